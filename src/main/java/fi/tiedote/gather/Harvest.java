package fi.tiedote.gather;

import fi.tiedote.reading.Item;
import fi.tiedote.release.Draft;
import fi.tiedote.release.Kept;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one look at a source brings in. */
class Harvest {
    private static final Logger LOG = LoggerFactory.getLogger(Harvest.class);
    private static final int MOST_TOGETHER = 20;
    private static final int NO_LONGER_THE_ITEMS_FAULT = 3;

    private final String source;
    private final Function<Item, Draft> drafting;
    private final Function<List<Draft>, List<Kept.Change>> destination;
    private final Map<Kept.Change, Integer> counts = new EnumMap<>(Kept.Change.class);
    private final List<String> problems = new ArrayList<>();
    private final Runnable beat;
    private final Memory memory;
    private final Tally tally = new Tally();
    private int failuresInARow;

    /** What was kept at the last look, to the letter. */
    interface Memory {
        Memory NONE = new Memory() {
            @Override
            public boolean isSame(Item item) {
                return false;
            }

            @Override
            public void kept(Item item) {
                // It remembers nothing.
            }
        };

        boolean isSame(Item item);

        void kept(Item item);
    }

    /**
     * @param destination keeps drafts, all of them or none, and tells what became of each
     * @param beat called often while the look takes long
     */
    Harvest(
            String source,
            Function<Item, Draft> drafting,
            Function<List<Draft>, List<Kept.Change>> destination,
            Runnable beat,
            Memory memory) {
        this.memory = memory;
        this.beat = beat;
        this.source = source;
        this.drafting = drafting;
        this.destination = destination;
    }

    /**
     * @return why it could not be kept, empty when it was; the others go on
     * @throws RuntimeException when the database is away, or several in a row could not be kept: then it is not their fault
     */
    Optional<String> take(Item item) {
        return isSeenTheSame(item) ? Optional.empty() : takeAlone(item);
    }

    private Optional<String> takeAlone(Item item) {
        try {
            keep(List.of(item));
            failuresInARow = 0;
            return Optional.empty();
        } catch (LeaseLostException lost) {
            throw lost;
        } catch (RuntimeException refused) {
            failuresInARow++;
            if (Settling.isAway(refused) || failuresInARow == NO_LONGER_THE_ITEMS_FAULT) {
                throw refused;
            }
            return Optional.of("it could not be kept: " + refused.getMessage());
        }
    }

    private boolean isSame(Item item) {
        var same = memory.isSame(item);
        if (same) {
            memory.kept(item);
            counts.merge(Kept.Change.UNCHANGED, 1, Integer::sum);
        }
        return same;
    }

    private void keep(List<Item> items) {
        var drafts = items.stream().map(drafting).toList();
        var changes = destination.apply(drafts);
        for (var at = 0; at < items.size(); at++) {
            counts.merge(changes.get(at), 1, Integer::sum);
            if (changes.get(at) != Kept.Change.UNCHANGED
                    && !drafts.get(at).doubt().isEmpty()) {
                report("item " + items.get(at).id() + " is held: "
                        + drafts.get(at).doubt());
            }
            memory.kept(items.get(at));
        }
    }

    /**
     * Takes them from the last to the first: newest first is how lists are written, and what came first shall be
     * published first.
     *
     * @param others sentences about what could not be read, and what has become of it
     * @return whether all that can be kept were kept
     */
    boolean takeAll(List<Item> items, List<String> others) {
        tally.list();
        others.forEach(this::report);
        var allKept = true;
        List<Item> together = new ArrayList<>();
        for (var at = items.size() - 1; at >= 0; at--) {
            if (items.get(at).isEmpty()) {
                report("item %d: it has neither title nor text; it was left out".formatted(at + 1));
            } else if (!isSeenTheSame(items.get(at))) {
                together.add(items.get(at));
            }
            if (together.size() == MOST_TOGETHER || at == 0) {
                allKept &= areKept(together);
                together.clear();
            }
        }
        return allKept;
    }

    private boolean isSeenTheSame(Item item) {
        tally.see(item);
        return isSame(item);
    }

    /** All at once; where that fails, each for itself, so that none is lost to its neighbour. */
    private boolean areKept(List<Item> items) {
        if (items.size() > 1) {
            try {
                keep(items);
                failuresInARow = 0;
                return true;
            } catch (LeaseLostException lost) {
                throw lost;
            } catch (RuntimeException refused) {
                if (Settling.isAway(refused)) {
                    throw refused;
                }
            }
        }
        return items.stream().map(this::isKeptAlone).reduce(true, Boolean::logicalAnd);
    }

    private boolean isKeptAlone(Item item) {
        var problem = takeAlone(item);
        problem.ifPresent(reason -> report("item " + item.id() + ": " + reason));
        return problem.isEmpty();
    }

    boolean isKept(Item item) {
        return isSeenTheSame(item) || isKeptAlone(item);
    }

    /** To be called when the source says that nothing has changed. */
    void same() {
        tally.same();
    }

    Tally tally() {
        return tally;
    }

    int created() {
        return counts.getOrDefault(Kept.Change.NEW, 0);
    }

    int corrected() {
        return counts.getOrDefault(Kept.Change.CORRECTED, 0);
    }

    int problems() {
        return problems.size();
    }

    /** To be called before whatever takes long. */
    void beat() {
        beat.run();
    }

    void report(String problem) {
        problems.add(problem);
        LOG.warn("source {}: {}", source, problem.replaceAll("\\s*\\R\\s*", " "));
    }

    Gathered result(Outcome outcome) {
        return new Gathered(
                source,
                created(),
                corrected(),
                counts.getOrDefault(Kept.Change.UNCHANGED, 0),
                List.copyOf(problems),
                outcome instanceof Outcome.Failed failed ? failed.reason() : "",
                outcome instanceof Outcome.Busy || (outcome instanceof Outcome.Read read && read.soon()));
    }
}
