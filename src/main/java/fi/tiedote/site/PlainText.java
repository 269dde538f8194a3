package fi.tiedote.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** A line for a program. */
record PlainText(String line) implements View {
    @Override
    public void render(@Nullable Map<String, ?> nothing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = (line + "\n").getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
