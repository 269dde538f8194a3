package fi.tiedote.gather;

/** An answer is of another shape than its kind of source has. */
class Odd extends RuntimeException {
    Odd(String message) {
        super(message);
    }
}
