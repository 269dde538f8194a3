package fi.tiedote.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** Problem details (RFC 9457) with one entry for each mistake in a form. */
record Problem(HttpStatus status, String title, String detail, List<Mistake> mistakes) implements View {
    @Override
    public void render(@Nullable Map<String, ?> nothing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var details = new LinkedHashMap<String, Object>();
        details.put("title", title);
        details.put("status", status.value());
        details.put("detail", detail);
        if (!mistakes.isEmpty()) {
            details.put("errors", mistakes);
        }
        var body = JsonMapper.shared().writeValueAsBytes(details);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
