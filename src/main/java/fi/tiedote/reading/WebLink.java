package fi.tiedote.reading;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The header {@code Link}: RFC 8288 §3. */
class WebLink {
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>((?:\\s*;\\s*[^;,\"]*(?:\"[^\"]*\")?)*)");
    private static final Pattern RELATION = Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,]+))");

    private WebLink() {}

    /** In the order of the headers. */
    static List<URI> of(List<String> headers, String relation, URI base) {
        return headers.stream()
                .flatMap(header -> LINK.matcher(header).results())
                .filter(link -> relations(link.group(2)).anyMatch(relation::equals))
                .flatMap(link -> Stream.ofNullable(Links.absolute(base, link.group(1))))
                .toList();
    }

    private static Stream<String> relations(String parameters) {
        return RELATION.matcher(parameters)
                .results()
                .limit(1)
                .map(WebLink::value)
                .flatMap(value ->
                        Stream.of(value.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)));
    }

    private static String value(MatchResult relation) {
        return relation.group(1) == null ? relation.group(2) : relation.group(1);
    }
}
