package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why there is no feed for a request, told to whoever wrote the address or its program.
 *
 * @param known what the address could have said instead
 */
record Refusal(HttpStatus status, String reason, List<String> known) implements Asked {
    private static final int QUOTED = 80;

    Refusal(HttpStatus status, String reason) {
        this(status, reason, List.of());
    }

    static Refusal malformed(String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, reason);
    }

    static Refusal unknown(String parameter, String value, List<String> known) {
        var quoted = value.codePointCount(0, value.length()) <= QUOTED
                ? value
                : value.substring(0, value.offsetByCodePoints(0, QUOTED)) + "…";
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "There is no " + parameter + " \"" + quoted + "\". "
                        + (known.isEmpty() ? "This city has none." : "There are: " + String.join(", ", known) + "."),
                known);
    }

    /** As problem details (RFC 9457) for those who ask for JSON or a feed in it, otherwise in plain text. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = request.getRequestURI().endsWith(".json") || prefersJson(request);
        response.setStatus(status.value());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept");
        response.setContentType(problem ? "application/problem+json" : "text/plain; charset=utf-8");
        var body = (problem ? details() : reason + "\n").getBytes(UTF_8);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean prefersJson(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept")).stream()
                .anyMatch(accept -> accept.contains("application/problem+json") || accept.contains("application/json"));
    }

    private String details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("title", status.getReasonPhrase());
        details.put("status", status.value());
        details.put("detail", reason);
        if (!known.isEmpty()) {
            details.put("known", known);
        }
        return JsonMapper.shared().writeValueAsString(details);
    }
}
