package fi.tiedote.gather;

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
    private static final int NO_LONGER_THE_ITEMS_FAULT = 3;

    private final String source;
    private final Function<Item, Draft> drafting;
    private final Function<Draft, Kept.Change> destination;
    private final Map<Kept.Change, Integer> counts = new EnumMap<>(Kept.Change.class);
    private final List<String> problems = new ArrayList<>();
    private int failuresInARow;

    Harvest(String source, Function<Item, Draft> drafting, Function<Draft, Kept.Change> destination) {
        this.source = source;
        this.drafting = drafting;
        this.destination = destination;
    }

    /**
     * @return why it could not be kept, empty when it was; the others go on
     * @throws RuntimeException when several in a row could not be kept: then it is the database's fault and not theirs
     */
    Optional<String> take(Item item) {
        try {
            counts.merge(destination.apply(drafting.apply(item)), 1, Integer::sum);
            failuresInARow = 0;
            return Optional.empty();
        } catch (LeaseLostException lost) {
            throw lost;
        } catch (RuntimeException refused) {
            failuresInARow++;
            if (failuresInARow == NO_LONGER_THE_ITEMS_FAULT) {
                throw refused;
            }
            return Optional.of("it could not be kept: " + refused.getMessage());
        }
    }

    void report(String problem) {
        problems.add(problem);
        LOG.warn("source {}: {}", source, problem.replaceAll("\\s*\\R\\s*", " "));
    }

    Gathered result(Outcome outcome) {
        return new Gathered(
                source,
                counts.getOrDefault(Kept.Change.NEW, 0),
                counts.getOrDefault(Kept.Change.CORRECTED, 0),
                counts.getOrDefault(Kept.Change.UNCHANGED, 0),
                List.copyOf(problems),
                outcome instanceof Outcome.Failed failed ? failed.reason() : "",
                outcome instanceof Outcome.Busy || (outcome instanceof Outcome.Read read && read.soon()));
    }
}
