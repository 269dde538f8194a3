package fi.tiedote.gather;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.tiedote.reading.Item;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source that an address leads to, and that has been read.
 *
 * @param kind as {@code config/sources.yml} has it
 * @param items how many releases its first page has
 * @param yaml the lines that gather from it, indented as the list in that file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String kind, String url, String title, int items, Newest newest, String yaml) {

    private static final int LONGEST_KEY = 40;
    private static final Pattern KEY = Pattern.compile("- key: (\\S+)");

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Newest(String title, @Nullable String published) {}

    /** @param items not empty */
    static Finding of(Lead lead, String title, List<Item> items, boolean intranet) {
        var newest = items.stream()
                .max(Comparator.comparing(Finding::moment, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElseThrow();
        var published = moment(newest);
        var kind = lead.kind().name().toLowerCase(Locale.ROOT);
        return new Finding(
                kind,
                lead.url().toString(),
                title,
                items.size(),
                new Newest(newest.title(), Objects.toString(published, null)),
                yaml(lead, kind, comment(title, items.size(), published), intranet));
    }

    /** The same under a key that is not taken. */
    Finding besides(Set<String> taken) {
        var free = Stream.concat(
                        Stream.of("", "-" + kind),
                        IntStream.iterate(2, next -> next + 1).mapToObj(next -> "-" + kind + "-" + next))
                .map(suffix -> suffix.isEmpty() ? key() : cut(key(), LONGEST_KEY - suffix.length()) + suffix)
                .filter(key -> !taken.contains(key))
                .findFirst()
                .orElseThrow();
        return new Finding(
                kind, url, title, items, newest, yaml.replaceFirst("(?<=- key: )\\S+", Matcher.quoteReplacement(free)));
    }

    String key() {
        var key = KEY.matcher(yaml);
        return key.find() ? key.group(1) : "";
    }

    private static String comment(String title, int items, @Nullable Instant published) {
        var named = title.isEmpty() ? "" : title + ": ";
        return named
                + items
                + (items == 1 ? " release" : " releases")
                + (published == null
                        ? ""
                        : ", the newest of " + published.toString().substring(0, 10));
    }

    private static String yaml(Lead lead, String kind, String comment, boolean intranet) {
        return "    # %s\n    - key: %s\n      kind: %s\n      url: %s\n"
                        .formatted(comment, key(lead.url()), kind, lead.url())
                + (intranet ? "      intranet: true\n" : "");
    }

    private static String key(URI url) {
        var key = url.getHost()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^www\\.", "")
                .replaceAll("[^a-z0-9]+", "-");
        return cut(key, LONGEST_KEY);
    }

    private static String cut(String key, int longest) {
        return key.substring(0, Math.min(key.length(), longest)).replaceAll("^-|-$", "");
    }

    private static @Nullable Instant moment(Item item) {
        return item.publishedAt() == null ? item.updatedAt() : item.publishedAt();
    }
}
