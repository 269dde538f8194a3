package fi.tiedote.gather;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An address and its parameters; a name that is given twice counts once. */
class Query {
    private final URI url;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private Query(URI url) {
        this.url = url;
        Stream.of(url.getRawQuery() == null ? new String[0] : url.getRawQuery().split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : ""));
    }

    static Query of(URI url) {
        return new Query(url);
    }

    Query with(String name, Object value) {
        parameters.put(name, String.valueOf(value));
        return this;
    }

    /** Leaves what the address already says. */
    Query unless(String name, Object value) {
        parameters.putIfAbsent(name, String.valueOf(value));
        return this;
    }

    String value(String name) {
        return parameters.getOrDefault(name, "");
    }

    URI uri() {
        var query = parameters.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
        var text = url.toString().replaceFirst("[?#].*", "");
        return URI.create(query.isEmpty() ? text : text + "?" + query);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
