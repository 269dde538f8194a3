package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdom2.Verifier;

/** The values of a query string, by name; stricter than a servlet container, which replaces what it cannot decode. */
public record Parameters(Map<String, List<String>> values) {
    public static final int LIMIT = 4000;

    /** Empty for a query that is longer than {@value #LIMIT} characters, not in UTF-8, or that no feed could repeat. */
    public static Optional<Parameters> read(String query) {
        var values = new TreeMap<String, List<String>>();
        if (query.length() > LIMIT) {
            return Optional.empty();
        }
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            var name = decode(parts[0]);
            var value = decode(parts.length == 2 ? parts[1] : "");
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            values.computeIfAbsent(name.get(), any -> new ArrayList<>()).add(value.get());
        }
        return Optional.of(new Parameters(values));
    }

    /** In the order in which they were given. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static Optional<String> decode(String encoded) {
        var given = ByteBuffer.wrap(encoded.getBytes(UTF_8));
        var bytes = new ByteArrayOutputStream(given.remaining());
        try {
            while (given.hasRemaining()) {
                bytes.write(next(given));
            }
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return Optional.of(text.toString()).filter(Parameters::isLegible);
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    private static int next(ByteBuffer given) {
        var one = given.get();
        if (one != '%') {
            return one == '+' ? ' ' : one;
        }
        if (given.remaining() < 2) {
            throw new IllegalArgumentException("a percent sign without its two digits");
        }
        return (HexFormat.fromHexDigit(given.get()) << 4) | HexFormat.fromHexDigit(given.get());
    }

    private static boolean isLegible(String text) {
        return Verifier.checkCharacterData(text) == null;
    }
}
