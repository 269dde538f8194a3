package fi.tiedote.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds when the release of a page was published and changed. */
class Moments {
    private static final int NEAR = 12;
    private static final Pattern UPDATE =
            Pattern.compile("(?iu).*(?:päivitetty|muokattu|muutettu|uppdaterad|ändrad|updated|modified|edited).*");
    private static final Pattern PUBLICATION = Pattern.compile(
            "(?iu).*(?:julkaistu|julkaisu|publicera|published|posted|tiedottaa|informerar|tiedote|luotu|skapad).*");

    private final Page page;
    private final Element root;

    /** @param root of the text */
    Moments(Page page, Element root) {
        this.page = page;
        this.root = root;
    }

    /** What the page says for machines, then what the list said, then what people see. */
    @Nullable
    Instant published(@Nullable Instant listed) {
        var told = Stream.of(
                        page.graph().article().text("datePublished", "dateCreated", "uploadDate"),
                        page.meta(
                                "article:published_time",
                                "datePublished",
                                "og:article:published_time",
                                "dcterms.issued",
                                "dcterms.date",
                                "dcterms.created",
                                "dc.date.issued",
                                "dc.date",
                                "publish-date",
                                "pubdate",
                                "date"),
                        attribute("[itemprop=datePublished]"),
                        attribute("time[pubdate], time.published, time.entry-date"))
                .flatMap(text -> moment(text).stream())
                .findFirst();
        return told.or(() -> nearest(listed)).orElse(null);
    }

    @Nullable
    Instant updated() {
        return Stream.of(
                        page.graph().article().text("dateModified"),
                        page.meta(
                                "article:modified_time",
                                "og:updated_time",
                                "dateModified",
                                "dcterms.modified",
                                "dc.date.modified",
                                "last-modified"),
                        attribute("[itemprop=dateModified]"),
                        attribute("time.updated"))
                .flatMap(text -> moment(text).stream())
                .findFirst()
                .or(() -> lines().filter(line -> UPDATE.matcher(line).matches())
                        .flatMap(this::updateIn)
                        .findFirst())
                .orElse(null);
    }

    /** The list's day, with the time of day where the page has it. */
    private Optional<Instant> nearest(@Nullable Instant listed) {
        var seen = Stream.concat(times(), written()).findFirst();
        if (listed == null) {
            return seen;
        }
        return seen.filter(moment -> !moment.isBefore(listed)
                        && Duration.between(listed, moment).compareTo(Duration.ofDays(1)) < 0)
                .or(() -> Optional.of(listed));
    }

    private Stream<Instant> times() {
        return page.document().select("time[datetime]").stream()
                .filter(time -> !UPDATE.matcher(around(time)).matches()
                        || PUBLICATION.matcher(around(time)).matches())
                .flatMap(time -> moment(time.attr("datetime")).stream());
    }

    private Stream<Instant> written() {
        return lines().filter(line -> line.length() < 100)
                .filter(line -> !UPDATE.matcher(line).matches()
                        || PUBLICATION.matcher(line).matches())
                .flatMap(line -> DateWords.in(line, page.origin().zone()).stream())
                .map(DateWords::moment);
    }

    private Stream<Instant> updateIn(String line) {
        var after = line.replaceFirst(
                "(?iu).*(?=päivitetty|muokattu|muutettu|uppdaterad|ändrad|updated|modified|edited)", "");
        return DateWords.in(after, page.origin().zone()).map(DateWords::moment).stream();
    }

    /** Those around the page's heading, then those that the text begins with. */
    private Stream<String> lines() {
        var heading = page.first("h1").or(() -> page.first("h2"));
        var besides = heading.map(Element::parent)
                .map(parent -> parent.equals(page.document().body()) ? heading.get() : parent);
        return Stream.concat(besides.stream().flatMap(Moments::linesOf), linesOf(root));
    }

    private static Stream<String> linesOf(Element element) {
        var leaves = Trimming.leaves(element);
        return (leaves.isEmpty() ? Stream.of(element) : leaves.stream().limit(NEAR))
                .map(leaf -> Plain.line(leaf.text()));
    }

    private static String around(Element time) {
        return time.parent() == null ? "" : time.parent().text();
    }

    private String attribute(String css) {
        return page.first(css)
                .map(found -> Stream.of(found.attr("datetime"), found.attr("content"), found.text())
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(""))
                .orElse("");
    }

    private Optional<Instant> moment(String text) {
        return Dates.moment(text, page.origin().zone());
    }
}
