package fi.tiedote.gather;

import fi.tiedote.release.Draft;
import fi.tiedote.release.Kept;
import fi.tiedote.release.NewsDesk;
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

    Gathering(SourceList list, Turns turns, FolderSource folders, Kinds kinds, Drafting drafting, NewsDesk desk) {
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
                        source, true, draft -> Kept.Change.UNCHANGED, () -> {})
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
                draft -> {
                    drafts.accept(draft);
                    return Kept.Change.NEW;
                },
                () -> {});
        if (source.kind() == SourceSettings.Kind.FOLDER) {
            return harvest.result(folders.dryRun(source, harvest));
        }
        var from = FeedSource.from(source, null, 0);
        return harvest.result(
                kinds.of(source.kind()).gather(new Look(source, Outcome.Validators.NONE, from, "", harvest, true)));
    }

    /**
     * Looks at sources that are due, one after the other, until none is left that nobody looks at.
     *
     * @param begun is told before each
     */
    void gatherDue(Runnable begun) {
        for (var claim = turns.claimDue(); claim.isPresent(); claim = turns.claimDue()) {
            var source = source(claim.get().key());
            try {
                begun.run();
                gather(source, claim.get());
            } finally {
                turns.leave(source);
            }
        }
    }

    private Gathered gather(SourceSettings source, Claim claim) {
        var heartbeat = turns.heartbeat(claim);
        var harvest = harvest(
                source,
                claim.announces(),
                draft -> {
                    heartbeat.beat();
                    return desk.keep(draft).change();
                },
                heartbeat::beat);
        try {
            var outcome = look(source, claim, harvest);
            turns.settle(source, claim, outcome, drafting.reading(source));
            return turns.told(harvest.result(outcome));
        } catch (LeaseLostException lost) {
            return harvest.result(new Outcome.Busy());
        } catch (RuntimeException failed) {
            turns.settle(source, claim, Outcome.Failed.by(failed), "");
            throw failed;
        }
    }

    private Outcome look(SourceSettings source, Claim claim, Harvest harvest) {
        var everything = !claim.reading().equals(drafting.reading(source));
        if (source.kind() == SourceSettings.Kind.FOLDER) {
            return folders.gather(source, everything, harvest);
        }
        var known = everything
                ? Outcome.Validators.NONE
                : new Outcome.Validators(claim.etag(), claim.lastModified(), claim.movedTo());
        var from = FeedSource.from(source, claim.movedTo(), claim.movedTimes());
        return kinds.of(source.kind()).gather(new Look(source, known, from, everything ? "" : claim.mark(), harvest));
    }

    private Harvest harvest(
            SourceSettings source, boolean announces, Function<Draft, Kept.Change> destination, Runnable beat) {
        return new Harvest(source.key(), item -> drafting.draft(source, item, announces), destination, beat);
    }

    private SourceSettings source(String key) {
        return list.find(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no source \"" + key + "\"; there are: " + String.join(", ", list.keys())));
    }
}
