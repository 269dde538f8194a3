package fi.tiedote.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes in the drafts of one transaction. Each is recognised and kept first, while only those wait that might be the same;
 * what all others wait for, the places in the order of publication, comes last and for all at once.
 */
class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Filing filing;
    private final Sightings sightings;
    private final Recognition recognition;
    private final Instant now;
    private final List<Manuscript> manuscripts;
    private final Known known;
    private final List<Long> published = new ArrayList<>();
    private final Set<Long> announced = new HashSet<>();
    private final Set<Long> changed = new LinkedHashSet<>();
    private final List<Joining> joinings = new ArrayList<>();

    private record Joining(long id, Manuscript manuscript, Instant published) {}

    /** Waits for others that take in the same. */
    Intake(Filing filing, List<Manuscript> manuscripts, Instant now) {
        this.filing = filing;
        this.sightings = filing.sightings();
        this.recognition = new Recognition(sightings);
        this.now = now;
        this.manuscripts = manuscripts;
        filing.lock(manuscripts);
        this.known = Known.of(filing, manuscripts);
        var unknown = manuscripts.stream()
                .filter(manuscript -> !known.has(manuscript))
                .toList();
        if (!unknown.isEmpty()) {
            sightings.lock(unknown);
        }
    }

    List<Kept> take() {
        var kept = manuscripts.stream().map(this::take).toList();
        publish();
        return kept;
    }

    private Kept take(Manuscript manuscript) {
        var kept = known.stored(manuscript)
                .map(stored -> again(stored, manuscript))
                .or(() -> known.sighted(manuscript).map(id -> sighted(id, manuscript)))
                .orElseGet(() -> unknown(manuscript));
        known.forget(manuscript);
        return kept;
    }

    /** Its source has not brought it before; another source, or the same under another id, may have. */
    private Kept unknown(Manuscript manuscript) {
        var twin = recognition.of(manuscript, manuscript.publishedAt(now));
        return twin.map(Twin::id).map(id -> seenAsWell(id, manuscript)).orElseGet(() -> first(manuscript));
    }

    private Kept seenAsWell(long id, Manuscript manuscript) {
        sightings.add(id, manuscript.draft(), now);
        LOG.info("release {} seen at source {} as well", id, manuscript.draft().source());
        return sighted(id, manuscript);
    }

    /** Only the source that brought a release first corrects it: two that differ would correct each other for ever. */
    private Kept sighted(long id, Manuscript manuscript) {
        var own = filing.source(id).equals(manuscript.draft().source());
        return own ? again(filing.stored(id), manuscript) : new Kept(id, Kept.Change.UNCHANGED);
    }

    private Kept first(Manuscript manuscript) {
        var id = filing.insert(manuscript, now);
        var at = manuscript.publishedAt(now);
        sightings.remember(id, manuscript, at);
        joinings.add(new Joining(id, manuscript, at));
        place(id, manuscript.draft());
        return new Kept(id, Kept.Change.NEW);
    }

    private Kept again(Stored stored, Manuscript manuscript) {
        if (stored.state() == State.WITHDRAWN) {
            return new Kept(stored.id(), Kept.Change.UNCHANGED);
        }
        var draft = manuscript.draft();
        var corrected = !stored.fingerprint().equals(manuscript.content().fingerprint());
        if (corrected) {
            filing.correct(stored.id(), manuscript, now);
            changed.add(stored.id());
        }
        if (!stored.isLinkedAs(draft)) {
            filing.link(stored.id(), draft);
            joinings.add(new Joining(stored.id(), manuscript, now));
            changed.add(stored.id());
        }
        if (stored.waitsOtherwise(draft, now)) {
            filing.postpone(stored.id(), draft, now);
            place(stored.id(), draft);
            return new Kept(stored.id(), Kept.Change.CORRECTED);
        }
        if (!corrected && !stored.isSortedAs(draft)) {
            filing.sort(stored.id(), draft);
            changed.add(stored.id());
        }
        return new Kept(stored.id(), corrected ? Kept.Change.CORRECTED : Kept.Change.UNCHANGED);
    }

    /** It is published at the end, or waits. */
    private void place(long id, Draft draft) {
        switch (draft.stateAt(now)) {
            case PUBLISHED -> {
                published.add(id);
                if (draft.announced()) {
                    announced.add(id);
                }
            }
            case EMBARGOED -> filing.tellEmbargo(id);
            case HELD, WITHDRAWN -> LOG.warn("release {} is held: {}", id, draft.doubt());
        }
    }

    /** From here on everybody waits for us who has something new, so that language versions that come at once see each other. */
    private void publish() {
        if (published.isEmpty() && joinings.isEmpty()) {
            filing.tell(changed);
            return;
        }
        filing.place(published, now);
        joinings.forEach(joining -> filing.versions().join(joining.id(), joining.manuscript(), joining.published()));
        changed.addAll(published);
        filing.tell(changed);
        // The first import of a source may be long, and is no news.
        published.forEach(id ->
                LOG.atLevel(announced.contains(id) ? Level.INFO : Level.DEBUG).log("release {} published", id));
    }
}
