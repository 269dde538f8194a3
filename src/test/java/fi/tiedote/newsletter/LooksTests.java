package fi.tiedote.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fi.tiedote.city.Language;
import fi.tiedote.delivery.Sheet;
import fi.tiedote.kit.Browser;
import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.IdleTiedote;
import fi.tiedote.release.NewsDesk;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Selection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters as a browser shows them, with a release that is not made for phones. */
@IdleTiedote
class LooksTests {
    private static final String WIDE = """
            <p>Lue <a href="https://www.example.fi/">kartasta</a> ja osoitteesta
            https://www.example.fi/%1$s%1$s%1$s</p><h2>Kunnallisvaalitoimitsijoidenvalintaperusteet</h2>
            <table><tr><th>Ryhmä</th><th>Maanantaiaamupäivä</th><th>Tiistaiaamupäivä</th><th>Keskiviikkoaamu</th></tr>
            <tr><td>Vauvauinti</td><td>9.00–9.30</td><td>9.00–9.30</td><td>9.00–9.30</td></tr></table>
            <pre>%1$s%1$s%1$s</pre>
            """.formatted("eiyhtaantaukoa".repeat(3));

    private final NewsDesk desk;
    private final Releases releases;
    private final AlertEditions alerts;

    LooksTests(NewsDesk desk, Releases releases, AlertEditions alerts) {
        this.desk = desk;
        this.releases = releases;
        this.alerts = alerts;
    }

    @ParameterizedTest
    @CsvSource({"320, LIGHT", "320, DARK", "640, LIGHT", "640, DARK"})
    void aWideReleaseFitsAndCanBeReadByEverybody(int width, ColorScheme colours) {
        desk.keep(Drafts.of("a", "a", Language.FI, "Vuorot", WIDE, Set.of()));
        var letter = letter();
        try (var page = Browser.open(width, colours)) {
            page.setContent(letter.html());

            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat(violations(page)).isEmpty();
        }
        assertThat(letter.text()).contains("Ryhmä | Maanantaiaamupäivä", "kartasta <https://www.example.fi/>");
    }

    private Sheet letter() {
        return alerts.sheet(releases.latest(Selection.EVERYTHING, 1).get(0), List.of(Selection.EVERYTHING));
    }

    private static List<Rule> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
    }
}
