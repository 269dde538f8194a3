package fi.tiedote.gather;

import fi.tiedote.release.Draft;
import fi.tiedote.release.Kept;
import fi.tiedote.release.NewsDesk;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Looks at sources, and hands what they have to the news desk. Safe to call from any thread and node. */
@Service
public class Gathering {
    private final SourceList list;
    private final Turns turns;
    private final FolderSource folders;
    private final Kinds kinds;
    private final Drafting drafting;
    private final NewsDesk desk;
    private final SourceHealths healths;
    private final Seen seen = new Seen();

    Gathering(
            SourceList list,
            Turns turns,
            FolderSource folders,
            Kinds kinds,
            Drafting drafting,
            NewsDesk desk,
            SourceHealths healths) {
        this.healths = healths;
        this.list = list;
        this.turns = turns;
        this.folders = folders;
        this.kinds = kinds;
        this.drafting = drafting;
        this.desk = desk;
    }

    /**
     * Looks at a source now, due or not.
     *
     * @throws IllegalArgumentException when there is no such source; the message names those that there are
     */
    public Gathered gather(String sourceKey) {
        var source = source(sourceKey);
        return turns.claim(source).map(claim -> gather(source, claim)).orElseGet(() -> harvest(
                        source, true, drafts -> List.of(), () -> {}, Harvest.Memory.NONE)
                .result(new Outcome.Busy()));
    }

    /**
     * Reads a source from its beginning and stores nothing, neither releases nor what is known of the source.
     *
     * @param drafts gets what would be stored, one after the other; whether it would be announced is not known then
     * @throws IllegalArgumentException when there is no such source; the message names those that there are
     */
    public Gathered dryRun(String sourceKey, Consumer<Draft> drafts) {
        var source = source(sourceKey);
        var harvest = harvest(
                source,
                true,
                some -> {
                    some.forEach(drafts);
                    return Collections.nCopies(some.size(), Kept.Change.NEW);
                },
                () -> {},
                Harvest.Memory.NONE);
        if (source.kind() == SourceSettings.Kind.FOLDER) {
            return harvest.result(folders.dryRun(source, harvest));
        }
        var from = FeedSource.from(source, null, 0);
        return harvest.result(
                kinds.of(source.kind()).gather(new Look(source, Outcome.Validators.NONE, from, "", harvest, true)));
    }

    /** How each source is, in the order of the settings. */
    public List<SourceHealth> health() {
        return healths.all();
    }

    /**
     * Looks at a source that is due.
     *
     * @param begun is told before
     * @return false when there is none that nobody looks at
     */
    boolean gatherNextDue(Runnable begun) {
        var claim = turns.claimDue();
        if (claim.isEmpty()) {
            return false;
        }
        var source = source(claim.get().key());
        try {
            begun.run();
            gather(source, claim.get());
        } finally {
            turns.leave(source);
        }
        return true;
    }

    /** Whether others would find something that is due. */
    boolean isMore() {
        return turns.isMore();
    }

    /** Nothing of what was looked at shall wait for more. */
    void rest() {
        turns.rest();
    }

    /** Nothing more is begun. */
    void close() {
        turns.close();
    }

    /**
     * Takes what a hub has pushed, as if it had been fetched.
     *
     * @return false when it could not be taken, so that the source is to be looked at: nothing of it is lost then
     */
    boolean takePushed(String sourceKey, String contentType, byte[] content) {
        var source = source(sourceKey);
        return turns.claim(source)
                .filter(claim -> takePushed(source, claim, contentType, content))
                .isPresent();
    }

    private boolean takePushed(SourceSettings source, Claim claim, String contentType, byte[] content) {
        var harvest = harvest(source, claim, Harvest.Memory.NONE);
        try {
            var from = FeedSource.from(source, claim.movedTo(), claim.movedTimes());
            var outcome = kinds.feeds().take(source, Answer.Fetched.pushed(from, contentType, content), harvest);
            if (outcome instanceof Outcome.Read && claim.announces()) {
                turns.settlePushed(source, claim, harvest);
                turns.told(harvest.result(outcome));
                return true;
            }
        } catch (LeaseLostException lost) {
            return false;
        } catch (RuntimeException failed) {
            turns.free(claim);
            throw failed;
        }
        turns.free(claim);
        return false;
    }

    /** Makes a source due. */
    void hurry(String sourceKey) {
        turns.hurry(sourceKey);
    }

    private Gathered gather(SourceSettings source, Claim claim) {
        var glance = seen.glance(claim, isReadOtherwise(source, claim));
        var harvest = harvest(source, claim, glance);
        try {
            var outcome = look(source, claim, harvest);
            var next = turns.settle(source, claim, outcome, drafting.reading(source), harvest);
            return turns.told(harvest.result(outcome).then(source.address(), next));
        } catch (LeaseLostException lost) {
            return harvest.result(new Outcome.Busy());
        } catch (RuntimeException failed) {
            turns.settle(source, claim, failed, harvest);
            throw failed;
        } finally {
            glance.end();
            Heavy.putDown();
        }
    }

    /** The rules have changed: everything is read again. */
    private boolean isReadOtherwise(SourceSettings source, Claim claim) {
        return !claim.reading().equals(drafting.reading(source));
    }

    private Outcome look(SourceSettings source, Claim claim, Harvest harvest) {
        var everything = isReadOtherwise(source, claim);
        if (source.kind() == SourceSettings.Kind.FOLDER) {
            return folders.gather(source, everything, harvest);
        }
        var known = everything
                ? Outcome.Validators.NONE
                : new Outcome.Validators(claim.etag(), claim.lastModified(), claim.movedTo());
        var from = FeedSource.from(source, claim.movedTo(), claim.movedTimes());
        return kinds.of(source.kind()).gather(new Look(source, known, from, everything ? "" : claim.mark(), harvest));
    }

    private Harvest harvest(SourceSettings source, Claim claim, Harvest.Memory memory) {
        var heartbeat = turns.heartbeat(claim);
        return harvest(
                source,
                claim.announces(),
                drafts -> {
                    heartbeat.beat();
                    return desk.keepAll(drafts).stream().map(Kept::change).toList();
                },
                heartbeat::beat,
                memory);
    }

    private Harvest harvest(
            SourceSettings source,
            boolean announces,
            Function<List<Draft>, List<Kept.Change>> destination,
            Runnable beat,
            Harvest.Memory memory) {
        return new Harvest(source.key(), item -> drafting.draft(source, item, announces), destination, beat, memory);
    }

    private SourceSettings source(String key) {
        return list.find(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no source \"" + key + "\"; there are: " + String.join(", ", list.keys())));
    }
}
