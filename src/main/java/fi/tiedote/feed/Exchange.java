package fi.tiedote.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.springframework.http.HttpStatus;

/**
 * One request for an edition and its answer, by RFC 9110.
 *
 * @param caching who may keep the answer, and how long
 */
record Exchange(HttpServletRequest request, HttpServletResponse response, String caching) {
    /** What there is to do once it is clear that the request only reads. */
    interface Reading {
        void run() throws IOException;
    }

    /** Path and query as the client wrote them. */
    String path() {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
    }

    /** Empty where there is none. */
    String query() {
        var query = request.getQueryString();
        return query == null ? "" : query;
    }

    boolean isReading() {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    void read(Reading reading) throws IOException {
        open();
        if (isReading()) {
            reading.run();
        } else {
            response.setHeader("Allow", "GET, HEAD");
            refuse(new Refusal(HttpStatus.METHOD_NOT_ALLOWED, "A feed can be read only."));
        }
    }

    void open() {
        put(Label.always(caching));
    }

    void refuse(Refusal refusal) throws IOException {
        refusal.answer(request, response);
    }

    void send(Edition edition) throws IOException {
        var refusal = edition.refusal();
        if (refusal != null) {
            refuse(refusal);
            return;
        }
        var conditions = conditions();
        var gzip = conditions.takesGzip();
        var label = caching.equals(Label.PUBLIC) ? edition.label(gzip) : Label.of(edition, gzip, caching);
        if (conditions.knows(edition)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            put(label.known());
            return;
        }
        put(label.whole());
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(edition.bytes(gzip));
        }
    }

    private void put(List<HttpField> fields) {
        fields.forEach(field -> response.setHeader(field.getName(), field.getValue()));
    }

    /** @param relative to the address that was asked for */
    void redirect(String relative) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", relative);
        response.setHeader("Cache-Control", caching);
        response.setContentLength(0);
    }

    private Conditions conditions() {
        return new Conditions(header("If-None-Match"), header("If-Modified-Since"), header("Accept-Encoding"));
    }

    private String header(String name) {
        return String.join(",", Collections.list(request.getHeaders(name))).strip();
    }
}
