package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import fi.tiedote.city.Language;
import fi.tiedote.delivery.Purpose;
import fi.tiedote.delivery.Seals;
import fi.tiedote.kit.Browser;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.NewsDesk;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As far as a machine can tell: WCAG 2.2 AA in a real browser, on a phone's width and in the dark. */
class AccessibilityTests {
    private static final List<String> PATHS = List.of(
            "/?ui=fi",
            "/subscribe?ui=sv&topic=liikunta",
            "/subscribe/sent?ui=en",
            "/releases/" + CITY.finnish + "?ui=en",
            "/feeds?ui=fi",
            "/feeds/address?ui=fi&topic=liikunta",
            "/archive?ui=sv",
            "/archive/2026/11?ui=fi",
            "/?ui=fi&q=uimahalli",
            "/accessibility?ui=sv",
            "/privacy?ui=en",
            "/nonsense?ui=fi",
            "/confirm/" + CITY.requested("email=axe%40example.org&lang=sv&topic=liikunta") + "?ui=sv",
            "/confirm/unknown?ui=en",
            "/u/" + token(Purpose.UNSUBSCRIBE) + "?ui=fi",
            "/preferences/" + token(Purpose.PREFERENCES) + "?ui=en",
            "/mailbox?ui=sv",
            "/mailbox/" + CITY.letter() + "?ui=fi");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void pagesKeepTheRulesOfAccessibility(ColorScheme colours) {
        try (var page = Browser.open(1280, colours)) {
            for (var path : PATHS) {
                page.navigate(CITY.tiedote.at(path).toString());
                assertThat(violations(page)).as(path + " " + colours).isEmpty();
            }
            page.navigate(CITY.tiedote.at("/subscribe?ui=en").toString());
            page.locator("main button[type=submit]").click();
            assertThat(page.title()).startsWith("Error:");
            assertThat(violations(page)).as("mistakes " + colours).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "unsubscribe"})
    void whatAButtonAnswersKeepsThemToo(String button) {
        var path = button.equals("confirm")
                ? "/confirm/" + CITY.requested("email=button%40example.org&lang=sv") + "?ui=fi"
                : "/u/" + token(Purpose.UNSUBSCRIBE) + "?ui=fi";
        try (var page = Browser.open(320, ColorScheme.LIGHT)) {
            page.navigate(CITY.tiedote.at(path).toString());
            var before = page.title();
            page.locator("main button[type=submit]").first().click();

            assertThat(page.title()).isNotEqualTo(before);
            assertThat(violations(page)).isEmpty();
        }
    }

    @Test
    void aPrintedReleaseTellsWhereItIsAndLeavesOutWhatCannotBeClicked() {
        try (var page = Browser.open(794, ColorScheme.LIGHT)) {
            page.navigate(
                    CITY.tiedote.at("/releases/" + CITY.finnish + "?ui=fi").toString());
            var address = page.locator(".printed");
            assertThat(address.isVisible()).isFalse();

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(address.innerText()).endsWith("/releases/" + CITY.finnish);
            assertThat(page.locator("nav:visible, form:visible, .screen:visible")
                            .count())
                    .isZero();
        }
    }

    @Test
    void nothingIsCutOffAtTheWidthOfAPhone() {
        try (var page = Browser.open(320, ColorScheme.LIGHT)) {
            for (var path : PATHS) {
                page.navigate(CITY.tiedote.at(path).toString());
                page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(320);
            }
        }
    }

    @Test
    void aWideTableIsReachedWithTheKeyboard() {
        var cells = "<td>kaupunginvaltuusto</td>".repeat(9);
        var body = "<table><tr>" + cells + "</tr></table><pre>" + "pitkä ".repeat(99) + "</pre>";
        var release = CITY.tiedote
                .bean(NewsDesk.class)
                .keep(Drafts.of("taulukko", "taulukko", Language.FI, "Taulukko", body, Set.of()))
                .id();
        try (var page = Browser.open(320, ColorScheme.LIGHT)) {
            page.navigate(CITY.tiedote.at("/releases/" + release + "?ui=fi").toString());

            assertThat(violations(page)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
            assertThat(page.evaluate("document.querySelectorAll('.body [tabindex=\"0\"]').length"))
                    .isEqualTo(2);
        }
    }

    @Test
    void theSkipLinkIsTheFirstStopOfTheKeyboard() {
        try (var page = Browser.open(1280, ColorScheme.LIGHT)) {
            page.navigate(CITY.tiedote.at("/").toString());
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");
        }
    }

    private static String token(Purpose purpose) {
        return CITY.tiedote.bean(Seals.class).seal(purpose, CITY.subscriber() + ".daily");
    }

    /** But for a letter in its frame, where no script runs, that of the rules neither. */
    private static Stream<String> violations(Page page) {
        return new AxeBuilder(page)
                .exclude(".mailbox iframe").withTags(RULES).analyze().getViolations().stream()
                        .map(AccessibilityTests::told);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + "\n"
                + String.join(
                        "\n",
                        rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList());
    }
}
