package fi.tiedote.reading;

/** An answer is of another shape than its kind of source has. */
public class Odd extends RuntimeException {
    public Odd(String message) {
        super(message);
    }
}
