package fi.tiedote.release;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in drafts, publishes what may be published, withdraws what must go. */
@Service
public class NewsDesk {
    private static final Logger LOG = LoggerFactory.getLogger(NewsDesk.class);
    private static final int BATCH = 100;

    private final Releases releases;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Sightings sightings;
    private final Versions versions;
    private final Recognition recognition;

    public NewsDesk(Releases releases, TransactionOperations transactions, Clock clock) {
        this.releases = releases;
        this.transactions = transactions;
        this.clock = clock;
        this.sightings = releases.sightings();
        this.versions = releases.versions();
        this.recognition = new Recognition(sightings);
    }

    /**
     * Keeps a draft, sanitised, in a transaction of its own. The same draft again changes nothing; another text under the
     * same source, item and language is a correction. What was withdrawn stays so.
     */
    public Kept keep(Draft draft) {
        var content = Content.of(draft);
        return transactions.execute(transaction -> {
            releases.lock(draft);
            return releases.stored(draft)
                    .map(stored -> again(stored, draft, content))
                    .or(() -> sightings.find(draft).map(id -> sighted(id, draft, content)))
                    .orElseGet(() -> unknown(draft, content));
        });
    }

    /** @return whether it was there to be withdrawn */
    public boolean withdraw(long id) {
        return transactions.execute(transaction -> {
            var withdrawn = releases.withdraw(id, clock.instant());
            if (withdrawn) {
                releases.tell(id);
                LOG.info("release {} withdrawn", id);
            }
            return withdrawn;
        });
    }

    /** When the next embargo ends, of those that end up to a moment. */
    Optional<Instant> nextEmbargo(Instant upTo) {
        return releases.nextEmbargo(upTo);
    }

    /** Publishes the releases whose embargo has ended. */
    void publishDue() {
        var due = transactions.execute(transaction -> {
            var ended = releases.embargoesThatEnded(clock.instant(), BATCH);
            ended.forEach(id -> publish(id, true));
            return ended.size();
        });
        if (due == BATCH) {
            publishDue();
        }
    }

    /** Its source has not brought it before; another source, or the same under another id, may have. */
    private Kept unknown(Draft draft, Content content) {
        sightings.lockNew();
        var now = clock.instant();
        var twin = recognition.of(draft, content, draft.publishedAt() == null ? now : draft.publishedAt());
        if (twin.isEmpty()) {
            return first(draft, content);
        }
        sightings.add(twin.get().id(), draft, now);
        LOG.info("release {} seen at source {} as well", twin.get().id(), draft.source());
        return sighted(twin.get().id(), draft, content);
    }

    /** Only the source that brought a release first corrects it: two that differ would correct each other for ever. */
    private Kept sighted(long id, Draft draft, Content content) {
        var own = releases.find(id).orElseThrow().source().equals(draft.source());
        return own ? again(releases.stored(id), draft, content) : new Kept(id, Kept.Change.UNCHANGED);
    }

    private Kept first(Draft draft, Content content) {
        var now = clock.instant();
        var id = releases.insert(draft, content, now);
        var published = draft.publishedAt() == null ? now : draft.publishedAt();
        sightings.remember(id, new Wording(content.title(), content.bodyText()), draft, published);
        versions.join(id, draft, content, published);
        switch (draft.stateAt(now)) {
            case PUBLISHED -> publish(id, draft.announced());
            case EMBARGOED -> releases.tellEmbargo(id);
            case HELD, WITHDRAWN -> LOG.warn("release {} is held: {}", id, draft.doubt());
        }
        return new Kept(id, Kept.Change.NEW);
    }

    private Kept again(Stored stored, Draft draft, Content content) {
        if (stored.state() == State.WITHDRAWN) {
            return new Kept(stored.id(), Kept.Change.UNCHANGED);
        }
        var corrected = !stored.fingerprint().equals(content.fingerprint());
        if (corrected) {
            releases.correct(stored.id(), draft, content, clock.instant());
            releases.tell(stored.id());
        }
        if (!stored.isLinkedAs(draft)) {
            releases.link(stored.id(), draft);
            versions.join(stored.id(), draft, content, clock.instant());
            releases.tell(stored.id());
        }
        if (stored.waitsOtherwise(draft, clock.instant())) {
            postpone(stored.id(), draft);
            return new Kept(stored.id(), Kept.Change.CORRECTED);
        }
        if (corrected) {
            return new Kept(stored.id(), Kept.Change.CORRECTED);
        }
        if (!stored.isSortedAs(draft)) {
            releases.sort(stored.id(), draft);
            releases.tell(stored.id());
        }
        return new Kept(stored.id(), Kept.Change.UNCHANGED);
    }

    /** The embargo was moved or lifted, or what was said of it has become legible, or illegible. */
    private void postpone(long id, Draft draft) {
        var now = clock.instant();
        releases.postpone(id, draft, now);
        switch (draft.stateAt(now)) {
            case PUBLISHED -> publish(id, draft.announced());
            case EMBARGOED -> releases.tellEmbargo(id);
            case HELD, WITHDRAWN -> LOG.warn("release {} is held: {}", id, draft.doubt());
        }
    }

    private void publish(long id, boolean announced) {
        releases.place(id, clock.instant());
        releases.tell(id);
        // The first import of a source may be long, and is no news.
        LOG.atLevel(announced ? Level.INFO : Level.DEBUG).log("release {} published", id);
    }
}
