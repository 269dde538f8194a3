package fi.tiedote.site;

import fi.tiedote.city.Language;
import fi.tiedote.feed.Parameters;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out who comes, and in which language to receive them. */
class Visits {
    static final String COOKIE = "ui";

    private static final Parameters NONE = new Parameters(Map.of());

    private Visits() {}

    static Visit of(HttpServletRequest request, HttpServletResponse response) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        var path = failed ? attribute(request, RequestDispatcher.ERROR_REQUEST_URI) : request.getRequestURI();
        var queryString =
                failed ? attribute(request, RequestDispatcher.ERROR_QUERY_STRING) : text(request.getQueryString());
        var readable = Parameters.read(queryString);
        var query = readable.orElse(NONE);
        return new Visit(
                request,
                response,
                language(query, request),
                isOurs(path) ? path : "/",
                readable.isPresent() ? queryString : "",
                query);
    }

    /** The language that an address asks for. */
    static Optional<Language> asked(Parameters query) {
        return query.all(COOKIE).stream()
                .flatMap(code -> Language.of(code).stream())
                .findFirst();
    }

    private static Language language(Parameters query, HttpServletRequest request) {
        return asked(query)
                .or(() -> remembered(request))
                .or(() -> preferred(text(request.getHeader("Accept-Language"))))
                .orElse(Language.FI);
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> Language.of(cookie.getValue()).stream())
                .findFirst();
    }

    private static Optional<Language> preferred(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                            .reversed())
                    .flatMap(range -> Language.of(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException notByTheStandard) {
            return Optional.empty();
        }
    }

    /** A path with two slashes in front would lead to another host. */
    private static boolean isOurs(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\");
    }

    private static String attribute(HttpServletRequest request, String name) {
        return request.getAttribute(name) instanceof String text ? text : "";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
