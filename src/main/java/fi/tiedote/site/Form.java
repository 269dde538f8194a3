package fi.tiedote.site;

import fi.tiedote.feed.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The fields of a posted form, read by ourselves: what a container cannot decode it throws at whoever asks for a parameter.
 *
 * @param refused why there are no fields; null where there are
 */
record Form(Parameters fields, @Nullable HttpStatus refused) {
    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final Parameters NONE = Parameters.read("").orElseThrow();

    static Form read(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type != null && !type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            return new Form(NONE, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        var body = request.getInputStream().readNBytes(Parameters.LIMIT + 1);
        if (body.length > Parameters.LIMIT) {
            return new Form(NONE, HttpStatus.CONTENT_TOO_LARGE);
        }
        return Parameters.read(new String(body, StandardCharsets.UTF_8))
                .map(fields -> new Form(fields, null))
                .orElseGet(() -> new Form(NONE, HttpStatus.BAD_REQUEST));
    }

    /** The first value of a field; empty where it was left out. */
    String text(String name) {
        return fields.all(name).stream().findFirst().orElse("");
    }
}
