package fi.tiedote.site;

import fi.tiedote.city.Language;
import fi.tiedote.feed.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One request for a page.
 *
 * @param language that the page speaks
 * @param path as the client wrote it, also while an error is told
 * @param queryString as the client wrote it, without the question mark
 * @param query the same, taken apart; empty where it cannot be read
 */
public record Visit(
        HttpServletRequest request,
        HttpServletResponse response,
        Language language,
        String path,
        String queryString,
        Parameters query) {

    /** Whether it was made by a program that would rather not read a page. */
    boolean wantsJson() {
        return isFeedInJson(path)
                || Collections.list(request.getHeaders("Accept")).stream()
                        .anyMatch(accept ->
                                accept.contains("application/problem+json") || accept.contains("application/json"));
    }

    /** Whoever reads one reads JSON, also where there is no such feed. */
    static boolean isFeedInJson(String path) {
        return path.startsWith("/feeds/") && path.endsWith(".json");
    }

    /** Whether it may only look. */
    boolean isReading() {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** The same address in another language. */
    String in(Language other) {
        var rest = Stream.of(queryString.split("&")).filter(pair -> !pair.isEmpty() && !pair.startsWith("ui="));
        return path + Stream.concat(rest, Stream.of("ui=" + other.code())).collect(Collectors.joining("&", "?", ""));
    }
}
