package fi.tiedote.delivery;

/** The relay cannot be used at all for now, which is no letter's fault; the message says why, without the password. */
class RelayTrouble extends Exception {
    RelayTrouble(String message) {
        super(message);
    }
}
