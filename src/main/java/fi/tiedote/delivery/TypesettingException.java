package fi.tiedote.delivery;

import java.util.stream.Collectors;

/** A template of a letter has a mistake; the message names the template, and FreeMarker's words for it the line. */
public class TypesettingException extends RuntimeException {
    private static final int LINES = 4;

    TypesettingException(String template, Exception cause) {
        super(template + ": " + opening(cause), cause);
    }

    private static String opening(Exception cause) {
        return String.valueOf(cause.getMessage()).lines().limit(LINES).collect(Collectors.joining(" "));
    }
}
