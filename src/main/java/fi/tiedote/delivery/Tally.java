package fi.tiedote.delivery;

/** How many letters of an issue are in each state; the states add up to the audience. */
public record Tally(
        long issueId,
        String newsletter,
        String occasion,
        long queued,
        long claimed,
        long accepted,
        long deferred,
        long refused,
        long inDoubt,
        long cancelled) {
    public long audience() {
        return queued + claimed + accepted + deferred + refused + inDoubt + cancelled;
    }

    /** How many are neither settled nor in doubt. */
    long waiting() {
        return queued + claimed + deferred;
    }
}
