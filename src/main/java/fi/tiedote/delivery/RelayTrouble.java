package fi.tiedote.delivery;

/** The relay cannot be used at all for now, which is no letter's fault; the message says why, without the password. */
class RelayTrouble extends Exception {
    private final boolean lasting;

    /** @param lasting whether somebody has to change something before it is worth asking again */
    RelayTrouble(String message, boolean lasting) {
        super(message);
        this.lasting = lasting;
    }

    boolean isLasting() {
        return lasting;
    }
}
