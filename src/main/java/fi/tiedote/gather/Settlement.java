package fi.tiedote.gather;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a look leaves in the table: one row of a statement that settles many. */
sealed interface Settlement {
    String key();

    long attempt();

    /**
     * It was read.
     *
     * @param rhythm mean seconds between two items; null where it is not to be told from this look
     * @param wishes null where it said nothing of them
     * @param listed whether there was a list to count in
     */
    record Success(
            String key,
            long attempt,
            Instant due,
            Instant now,
            String state,
            String reading,
            String mark,
            boolean complete,
            @Nullable String etag,
            @Nullable String modified,
            @Nullable String moved,
            @Nullable Instant newest,
            @Nullable Long rhythm,
            @Nullable String wishes,
            boolean listed,
            int items,
            int problems,
            int created,
            int corrected)
            implements Settlement {
        static Success of(Claim claim, Outcome.Read read, Outcome.Next next, Harvest harvest, Instant now) {
            var validators = read.validators();
            var tally = harvest.tally();
            var rhythm = tally.rhythm();
            var wishes = read.wishes();
            return new Success(
                    claim.key(),
                    claim.attempt(),
                    next.due(),
                    now,
                    next.state().word(),
                    next.reading(),
                    read.progress().mark(),
                    read.progress().complete(),
                    validators.etag(),
                    validators.lastModified(),
                    validators.movedTo(),
                    tally.newest(),
                    rhythm == null ? null : rhythm.toSeconds(),
                    wishes == null ? null : wishes.text(),
                    tally.isRead(),
                    tally.items(),
                    harvest.problems(),
                    harvest.created(),
                    harvest.corrected());
        }
    }

    /** It was not. */
    record Failure(String key, long attempt, Instant due, Instant now, String state, String problem)
            implements Settlement {}

    /** The database went away before it came to an end: it is anybody's again. */
    record Undone(String key, long attempt) implements Settlement {}
}
