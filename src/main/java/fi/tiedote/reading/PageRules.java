package fi.tiedote.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the pages of a site are read where their structure does not show it. Title, date, author and category are looked for
 * in the entry of the list and, where it has none, on the article's page.
 *
 * @param entry each release of a list
 * @param url the link to its page, within the entry; its first link unless given
 * @param urlPattern regular expression that an address must contain
 * @param dateFormat pattern of {@link DateTimeFormatter}; null reads all usual forms
 * @param content the text, on the article's page or, without one, in the entry
 * @param remove what is cut out of the content
 * @param next the link to the next page of the list
 * @param limit most releases that are taken from the list altogether
 * @param loadArticle whether the article's page is fetched; else the entry is all
 * @param charset of the pages; empty to find it out
 */
public record PageRules(
        @Nullable Pick entry,
        @Nullable Pick url,
        @Nullable String urlPattern,
        @Nullable Pick title,
        @Nullable Pick date,
        @Nullable String dateFormat,
        @Nullable Pick author,
        @Nullable Pick category,
        @Nullable Pick content,
        List<Pick> remove,
        @Nullable Pick next,
        int limit,
        boolean loadArticle,
        String charset) {
    private static final int USUAL_LIMIT = 1000;
    private static final List<Locale> TONGUES =
            List.of(Locale.forLanguageTag("fi"), Locale.forLanguageTag("sv"), Locale.ENGLISH);

    /** By structure alone. */
    public static final PageRules NONE =
            new PageRules(null, null, null, null, null, null, null, null, null, null, null, USUAL_LIMIT, true, "");

    public PageRules(
            @Nullable Pick entry,
            @Nullable Pick url,
            @Nullable String urlPattern,
            @Nullable Pick title,
            @Nullable Pick date,
            @Nullable String dateFormat,
            @Nullable Pick author,
            @Nullable Pick category,
            @Nullable Pick content,
            @Nullable List<Pick> remove,
            @Nullable Pick next,
            @DefaultValue("1000") int limit,
            @DefaultValue("true") boolean loadArticle,
            @DefaultValue("") String charset) {
        this.entry = entry;
        this.url = url;
        this.urlPattern = urlPattern;
        this.title = title;
        this.date = date;
        this.dateFormat = dateFormat;
        this.author = author;
        this.category = category;
        this.content = content;
        this.remove = remove == null ? List.of() : List.copyOf(remove);
        this.next = next;
        this.limit = limit;
        this.loadArticle = loadArticle;
        this.charset = charset;
        check();
    }

    public boolean allows(String address) {
        return urlPattern == null
                || Pattern.compile(urlPattern).matcher(address).find();
    }

    /** @param zone of a date that names none */
    Optional<Instant> moment(String text, @Nullable ZoneId zone) {
        if (dateFormat == null) {
            return Dates.moment(text, zone).or(() -> DateWords.in(text, zone).map(DateWords::moment));
        }
        var otherwise = zone == null ? ZoneOffset.UTC : zone;
        return formatters()
                .flatMap(formatter -> moment(text, formatter, otherwise).stream())
                .findFirst();
    }

    private static Optional<Instant> moment(String text, DateTimeFormatter formatter, ZoneId zone) {
        try {
            TemporalAccessor read =
                    formatter.parseBest(text.strip(), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof ZonedDateTime zoned) {
                return Optional.of(zoned.toInstant());
            }
            var local = read instanceof LocalDateTime time
                    ? time
                    : LocalDate.from(read).atStartOfDay();
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private Stream<DateTimeFormatter> formatters() {
        return dateFormat == null
                ? Stream.empty()
                : TONGUES.stream().map(tongue -> DateTimeFormatter.ofPattern(dateFormat, tongue));
    }

    private void check() {
        try {
            Pattern.compile(urlPattern == null ? "" : urlPattern);
        } catch (PatternSyntaxException bad) {
            throw new IllegalArgumentException(
                    "url-pattern \"%s\" is no regular expression: %s".formatted(urlPattern, bad.getDescription()));
        }
        try {
            formatters().forEach(formatter -> {});
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("date-format \"%s\" must be one such as d.M.yyyy HH.mm: %s"
                    .formatted(dateFormat, bad.getMessage()));
        }
        require(charset.isEmpty() || Charsets.named(charset).isPresent(), "charset \"" + charset + "\" is unknown");
        require(limit > 0, "limit must be 1 or more");
        require(
                loadArticle || entry == null || content != null || title != null,
                "load-article: false needs a title or content within the entry");
    }

    private static void require(boolean fulfilled, String demand) {
        if (!fulfilled) {
            throw new IllegalArgumentException(demand);
        }
    }
}
