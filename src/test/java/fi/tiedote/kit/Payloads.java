package fi.tiedote.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** HTML that wants to run: {@code alert(1)}, or to fetch what it calls {@code CANARY}. One in a line, with Java's escapes. */
public class Payloads {
    private Payloads() {}

    /** Today's Chromium lets these do what they want. */
    public static List<String> running() {
        return lines("payloads/running.txt");
    }

    /** For other browsers, or for parsers that read differently than browsers. */
    public static List<String> quiet() {
        return lines("payloads/quiet.txt");
    }

    public static Stream<String> all() {
        return Stream.concat(running().stream(), quiet().stream());
    }

    private static List<String> lines(String resource) {
        try {
            return new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::translateEscapes)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
