package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Why there is no feed for a request, told to whoever wrote the address or its program. */
record Refusal(HttpStatus status, String reason) implements Asked {
    private static final int QUOTED = 80;

    static Refusal malformed(String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, reason);
    }

    static Refusal unknown(String parameter, String value, String allowed) {
        var quoted = value.codePointCount(0, value.length()) <= QUOTED
                ? value
                : value.substring(0, value.offsetByCodePoints(0, QUOTED)) + "…";
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "There is no " + parameter + " \"" + quoted + "\". "
                        + (allowed.isEmpty() ? "This city has none." : "There are: " + allowed + "."));
    }

    /** As problem details (RFC 9457) for those who ask for JSON, otherwise in plain text. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = Collections.list(request.getHeaders("Accept")).stream()
                .anyMatch(accept -> accept.contains("application/problem+json") || accept.contains("application/json"));
        response.setStatus(status.value());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(problem ? "application/problem+json" : "text/plain; charset=utf-8");
        var body = (problem ? details() : reason + "\n").getBytes(UTF_8);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private String details() {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("title", status.getReasonPhrase(), "status", status.value(), "detail", reason));
    }
}
