package fi.tiedote.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Answers what the server refuses before any page of ours sees it: addresses and headers that break HTTP itself. */
class Unreadable extends ErrorHandler {
    private final byte[] page = page();

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var json = isJson(request);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, json ? "application/problem+json" : "text/html;charset=utf-8");
        response.write(true, ByteBuffer.wrap(json ? problem(code) : page), callback);
    }

    private static boolean isJson(Request request) {
        var path = request.getHttpURI().getPath();
        return (path != null && Visit.isFeedInJson(path))
                || request.getHeaders().getCSV(HttpHeader.ACCEPT, false).stream()
                        .anyMatch(accepted -> accepted.contains("json"));
    }

    private static byte[] problem(int code) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("title", HttpStatus.getMessage(code), "status", code))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] page() {
        try {
            return new ClassPathResource("unreadable.html", Unreadable.class).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a file of our own jar", e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Installed {
        @Bean
        WebServerFactoryCustomizer<JettyServletWebServerFactory> pageForWhatIsUnreadable() {
            return factory -> factory.addServerCustomizers(server -> server.setErrorHandler(new Unreadable()));
        }
    }
}
