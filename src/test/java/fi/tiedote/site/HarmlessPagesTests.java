package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Canary;
import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.Payloads;
import fi.tiedote.release.NewsDesk;
import fi.tiedote.release.SafeHtml;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What sources write, in a real browser that no Content-Security-Policy protects. */
class HarmlessPagesTests {
    private static final Canary CANARY = new Canary();

    @AfterAll
    static void close() {
        CANARY.close();
    }

    @Test
    void theCanaryNoticesEverythingThatIsNotSanitised() {
        var payloads = Payloads.running();

        assertThat(CANARY.notices(payloads))
                .containsAll(IntStream.range(0, payloads.size()).boxed().toList());
    }

    @Test
    void nothingThatIsSanitisedRunsOrAsksForAnything() {
        var safe = Payloads.all().map(SafeHtml::of).toList();

        assertThat(CANARY.notices(safe)).isEmpty();
    }

    @Test
    void nothingRunsOnThePageOfARelease() {
        var body = Payloads.all().map(SafeHtml::of).collect(Collectors.joining("<p>***</p>", "", "<p>The end</p>"));
        var id = CITY.tiedote
                .bean(NewsDesk.class)
                .keep(Drafts.of("harmless", "harmless", Language.EN, "<script>alert(1)</script>", body, Set.of()))
                .id();
        var page = CITY.get("/releases/" + id).body();

        assertThat(page).contains("***", "The end");
        assertThat(CANARY.notices(List.of(page))).isEmpty();
    }
}
