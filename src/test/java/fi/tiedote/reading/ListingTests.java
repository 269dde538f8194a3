package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListingTests {
    private static final Instant FIRST = Instant.parse("2026-11-19T22:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-11T22:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-09-01T21:00:00Z");
    private static final String FRAME = """
            <nav><ul><li><a href="/asuminen">Asuminen ja ympäristö</a></li><li><a href="/koulut">Koulut ja päiväkodit</a></li></ul></nav>
            <main>%s</main>
            <aside><h3>Tapahtumat</h3><ul><li>24.12.2026 <a href="/tapahtumat/joulu">Joulurauhan julistus torilla</a></li>
            <li>31.12.2026 <a href="/tapahtumat/uusi">Uuden vuoden ilotulitus satamassa</a></li>
            <li>1.1.2027 <a href="/tapahtumat/konsertti">Uuden vuoden konsertti talossa</a></li>
            <li>2.1.2027 <a href="/tapahtumat/hiihto">Hiihtokauden avaus ladulla</a></li></ul></aside>
            <footer><p>Päivitetty 1.1.2026 <a href="/palaute">Anna palautetta sivustosta</a></p></footer>""";

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aListIsFoundInAnyForm(String name, String list) {
        var rows = rows(FRAME.formatted(list));

        assertThat(rows)
                .extracting(Row::title)
                .containsExactly("Silta aukeaa", "Tie suljetaan 14.11.2026", "Puita istutetaan");
        assertThat(rows)
                .extracting(row -> row.url().getPath())
                .containsExactly("/tiedotteet/1", "/tiedotteet/2", "/tiedotteet/3");
        assertThat(rows).extracting(Row::moment).containsExactly(FIRST, SECOND, THIRD);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                form(
                        "table",
                        "<table><tr><th>Pvm</th><th>Otsikko</th></tr>",
                        "<tr><td>{fi}</td><td><a href={u}>{t}</a></td></tr>",
                        "</table>"),
                form("rows of a list", "<ul>", "<li>{fi} <a href={u}>{t}</a></li>", "</ul>"),
                form("date inside of the link", "<ul>", "<li><a href={u}>{fi} {t}</a></li>", "</ul>"),
                form("date glued to the link", "", "<div>{fi}<a href={u}>{t}</a></div>", ""),
                form("lines", "<div>", "{fi} <a href={u}>{t}</a><br>", "</div>"),
                form("definitions", "<dl>", "<dt>{fi}</dt><dd><a href={u}>{t}</a></dd>", "</dl>"),
                form("flat headings", "<div>", "<h3><a href={u}>{t}</a></h3><p>{sv}</p>", "</div>"),
                form(
                        "cards",
                        "<div class=grid>",
                        "<article class=card><img src=/k.jpg><time datetime={iso}>{fi}</time><h2><a href={u}>{t}</a></h2><a href={u}>Lue lisää</a></article>",
                        "</div>"),
                form(
                        "cards that are links",
                        "<div class=grid>",
                        "<a class=card href={u}><span class=date>{en}</span><h3>{t}</h3></a>",
                        "</div>"),
                form(
                        "cards in columns",
                        "",
                        "<div class=row><div class=col><div class=meta><a href=/aiheet/liikenne>Liikenne</a> {fi}</div><h3><a href={u}>{t}</a></h3></div></div>",
                        ""),
                form(
                        "div soup",
                        "<div class=x1><div>",
                        "<div class=views-row><div><span><span>{sv}</span></span></div><div><span><a href={u}>{t}</a></span></div></div>",
                        "</div></div>"),
                form("date as attribute", "<ul>", "<li data-date={iso}><a href={u}>{t}</a></li>", "</ul>"),
                form(
                        "published and updated",
                        "<ul>",
                        "<li><a href={u}>{t}</a> <span>Julkaistu {fi}</span> <span>Päivitetty 21.11.2026</span></li>",
                        "</ul>"),
                form("boxes of dates", "<ul>", "<li><div class=box>{box}</div><a href={u}>{t}</a></li>", "</ul>"),
                form(
                        "headings of years",
                        "<h2>2026</h2><ul>",
                        "<li><span>{fi}</span><a href={u}>{t}</a></li>",
                        "</ul>"));
    }

    @Test
    void theLatestInALargerBoxBelongsToTheList() {
        var rows = rows(
                FRAME.formatted(
                        "<div class=hero><time datetime=2026-11-20>Tänään</time><h2><a href=/tiedotteet/1>Silta aukeaa</a></h2></div>"
                                + "<ul><li>12.11.2026 <a href=/tiedotteet/2>Tie suljetaan</a></li><li>2.9.2026 <a href=/tiedotteet/3>Puita istutetaan</a></li></ul>"));

        assertThat(rows).extracting(Row::title).containsExactly("Silta aukeaa", "Tie suljetaan", "Puita istutetaan");
    }

    @Test
    void aListWithoutDatesIsOneOfHeadings() {
        var rows = rows(
                FRAME.replaceFirst("(?s)<aside>.*</aside>", "")
                        .formatted(
                                "<div><h3><a href=/tiedotteet/1>Silta aukeaa maanantaina</a></h3><p>x</p></div>"
                                        + "<div><h3><a href=/tiedotteet/2>Tie suljetaan tiistaina</a></h3></div><div><h3><a href=/tiedotteet/3>Puita istutetaan</a></h3></div>"));

        assertThat(rows).hasSize(3).allMatch(row -> row.moment() == null);
    }

    @Test
    void rulesSayWhatTheStructureHides() {
        var rules = new PageRules(
                Pick.of("div.r"),
                Pick.of("span@data-link"),
                "/tiedotteet/",
                Pick.of("b"),
                Pick.of("i@title"),
                "d MMMM yyyy",
                null,
                null,
                null,
                null,
                null,
                10,
                true,
                "");
        var rows = new Listing(
                        page(
                                "<div class=r><b>Silta</b><i title='20 november 2026'>x</i><span data-link=/tiedotteet/1></span></div>"
                                        + "<div class=r><b>Mainos</b><span data-link=/mainos></span></div>"),
                        rules)
                .rows();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("Silta");
            assertThat(row.moment()).isEqualTo(FIRST);
        });
    }

    @ParameterizedTest
    @MethodSource("pagers")
    void theNextPageIsFound(String html, String next) {
        assertThat(new Listing(page(html), PageRules.NONE).next().map(URI::toString))
                .isEqualTo(next.isEmpty() ? Optional.empty() : Optional.of("https://www.example.fi" + next));
    }

    static Stream<Arguments> pagers() {
        return Stream.of(
                Arguments.of("<link rel=next href='/tiedotteet?page=1'>", "/tiedotteet?page=1"),
                Arguments.of("<a rel='nofollow next' href='?page=1'>2</a>", "/tiedotteet?page=1"),
                Arguments.of(
                        "<a href='?page=0'>1</a><a href='?page=1'>2</a><a href='?page=2'>3</a>", "/tiedotteet?page=1"),
                Arguments.of(
                        "<a href='/tiedotteet/page/2/'>2</a><a href='/tiedotteet/page/3/'>3</a>",
                        "/tiedotteet/page/2/"),
                Arguments.of("<a href='/x?s=10'>Seuraava sivu »</a>", "/x?s=10"),
                Arguments.of("<a href='/x?s=10'>Nästa ›</a>", "/x?s=10"),
                Arguments.of("<a href='/x?s=10' aria-label='Next page'><svg></svg></a>", "/x?s=10"),
                Arguments.of("<a href='/arkisto'>Siirry arkistoon »</a>", "/arkisto"),
                Arguments.of(
                        "<a rel=next href='https://muu.example/x'>Seuraava</a><a href='/yhteys'>Ota yhteyttä</a>", ""));
    }

    @ParameterizedTest
    @MethodSource("wrongRules")
    void wrongRulesAreToldWithTheirReason(Runnable rules, String message) {
        org.assertj.core.api.Assertions.assertThatThrownBy(rules::run).hasMessageContaining(message);
    }

    static Stream<Arguments> wrongRules() {
        return Stream.of(
                wrong(() -> Pick.of("ul["), "ul["),
                wrong(() -> Pick.of(""), "no CSS selector"),
                wrong(() -> rules("(", null, 1, ""), "url-pattern"),
                wrong(() -> rules(null, "d.f", 1, ""), "date-format"),
                wrong(() -> rules(null, null, 0, ""), "limit"),
                wrong(() -> rules(null, null, 1, "utf-99"), "charset"));
    }

    private static Arguments wrong(Runnable rules, String message) {
        return Arguments.of(rules, message);
    }

    private static PageRules rules(@Nullable String pattern, @Nullable String dates, int limit, String charset) {
        return new PageRules(
                null, null, pattern, null, null, dates, null, null, null, null, null, limit, true, charset);
    }

    private static Arguments form(String name, String before, String row, String after) {
        return Arguments.of(
                name,
                before
                        + filled(
                                row,
                                "/tiedotteet/1",
                                "Silta aukeaa",
                                "20.11.2026",
                                "fredag 20 november 2026",
                                "November 20, 2026",
                                "2026-11-20",
                                "<b>20</b><b>marraskuuta</b><b>2026</b>")
                        + filled(
                                row,
                                "/tiedotteet/2",
                                "Tie suljetaan 14.11.2026",
                                "12.11.2026",
                                "12 november 2026",
                                "12 Nov 2026",
                                "2026-11-12",
                                "<b>12</b><b>marraskuuta</b><b>2026</b>")
                        + filled(
                                row,
                                "/tiedotteet/3",
                                "Puita istutetaan",
                                "ke 2.9.2026",
                                "onsdag 2 september 2026",
                                "2 September 2026",
                                "2026-09-02",
                                "<b>2</b><b>syyskuuta</b><b>2026</b>")
                        + after);
    }

    private static String filled(
            String row, String url, String title, String fi, String sv, String en, String iso, String box) {
        return row.replace("{u}", url)
                .replace("{t}", title)
                .replace("{fi}", fi)
                .replace("{sv}", sv)
                .replace("{en}", en)
                .replace("{iso}", iso)
                .replace("{box}", box);
    }

    private static List<Row> rows(String html) {
        return new Listing(page(html), PageRules.NONE).rows();
    }

    private static Page page(String html) {
        return Page.of(
                "<!doctype html><html lang=fi><body>" + html,
                new Origin(
                        URI.create("https://www.example.fi/tiedotteet"),
                        "text/html",
                        ZoneId.of("Europe/Helsinki"),
                        null));
    }
}
