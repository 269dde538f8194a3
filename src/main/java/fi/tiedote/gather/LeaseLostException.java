package fi.tiedote.gather;

/** Another node has taken the source over; what it finds is what counts. */
class LeaseLostException extends RuntimeException {
    LeaseLostException(Claim claim) {
        super("the lease on source " + claim.key() + " is lost");
    }
}
