package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.delivery.Purpose;
import fi.tiedote.delivery.Seals;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The links in letters: confirming, changing, leaving. */
class LeavingTests {
    private final Seals seals = CITY.tiedote.bean(Seals.class);

    @Test
    void onlyTheButtonConfirmsAndOnlyOnce() {
        var path = "/confirm/" + CITY.requested("email=confirm%40example.org&topic=liikunta&lang=en");
        var before = PagesTests.state();

        assertThat(CITY.get(path).body()).contains("action=\"" + path + "\"", "<button");
        CITY.ask("HEAD", path, "");
        CITY.get(path);
        assertThat(PagesTests.state()).isEqualTo(before);

        assertThat(CITY.postForm(path, "").statusCode()).isEqualTo(200);
        assertThat(CITY.count("subscriber WHERE address = 'confirm@example.org'"))
                .isOne();
        assertThat(CITY.postForm(path, "").statusCode()).isEqualTo(410);
        assertThat(CITY.get(path).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, List-Unsubscribe=One-Click",
        "multipart/form-data; boundary=x, '--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n'",
        "text/plain, List-Unsubscribe=One-Click"
    })
    void oneClickAnswersPlainlyHoweverOften(String type, String body) {
        var subscriber = CITY.subscriber();
        var path = "/u/" + seals.seal(Purpose.UNSUBSCRIBE, subscriber + ".daily");

        for (var time = 0; time < 3; time++) {
            var answer = CITY.post(path, body, "Content-Type", type);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("text/plain");
            assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "location");
            assertThat(CITY.count("subscription WHERE subscriber_id = " + subscriber))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, ''",
        "application/x-www-form-urlencoded, %zz=%",
        "multipart/form-data, ''",
        "multipart/form-data; boundary=x, broken",
        "nonsense, x"
    })
    void anyOtherBodyUnsubscribesOnAPage(String type, String body) {
        var subscriber = CITY.subscriber();
        var path = "/u/" + seals.seal(Purpose.UNSUBSCRIBE, subscriber + ".daily");

        var answer = CITY.post(path, body, "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1>", "href=\"/subscribe\"");
        assertThat(CITY.count("subscription WHERE subscriber_id = " + subscriber))
                .isZero();
        assertThat(CITY.get(path).body()).doesNotContain("<button");
    }

    @Test
    void lookingAtTheLinkUnsubscribesNobody() {
        var path = "/u/" + seals.seal(Purpose.UNSUBSCRIBE, CITY.subscriber() + ".daily");
        var before = PagesTests.state();

        assertThat(CITY.get(path).body()).contains("action=\"" + path + "\"", "/preferences/");
        CITY.ask("HEAD", path, "");

        assertThat(PagesTests.state()).isEqualTo(before);
    }

    @Test
    void aForgedLinkOpensNothing() {
        var other = seals.seal(Purpose.PREFERENCES, CITY.subscriber() + ".daily");

        assertThat(CITY.post("/u/" + other, "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(404);
        assertThat(CITY.get("/u/" + other).statusCode()).isEqualTo(404);
        assertThat(CITY.postForm("/preferences/forged/end", "").statusCode()).isEqualTo(404);
        assertThat(CITY.postForm("/preferences/forged/1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void preferencesAreSeenChangedAndEnded() {
        var subscriber = CITY.subscriber();
        var path = "/preferences/" + seals.seal(Purpose.PREFERENCES, subscriber + ".daily");
        var page = Jsoup.parse(CITY.get(path + "?ui=en").body());

        assertThat(page.text()).contains("•••@example.org", "once a day").doesNotContain("leaver");
        var change = page.select("details form").attr("action");
        var changed = CITY.postForm(change, "cadence=weekly&topic=kulttuuri&lang=sv&q=jazz");
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(changed.headers().firstValue("Location")).hasValue(path + "?done=changed");
        var after = Jsoup.parse(CITY.get(path + "?done=changed&ui=en").body());
        assertThat(after.select("[role=status]").text()).isEqualTo("The changes are saved.");
        assertThat(after.text()).contains("once a week", "Culture", "jazz");

        assertThat(CITY.postForm(after.select("details form").attr("action"), "topic=nonsense")
                        .statusCode())
                .isEqualTo(422);
        var end = after.select("form[action$=/end]").attr("action");
        assertThat(CITY.postForm(end, "").headers().firstValue("Location")).hasValue(path + "?done=ended");
        assertThat(CITY.get(path + "?done=ended&ui=en").body()).contains("You have no subscriptions");
    }

    @Test
    void everythingEndsAtOnce() {
        var subscriber = CITY.subscriber();
        var path = "/preferences/" + seals.seal(Purpose.PREFERENCES, subscriber + ".daily");

        assertThat(CITY.postForm(path + "/end", "").headers().firstValue("Location"))
                .hasValue(path + "?done=left");
        assertThat(CITY.count("subscriber WHERE id = " + subscriber)).isZero();
        assertThat(CITY.postForm(path + "/end", "").statusCode()).isEqualTo(303);
    }

    @Test
    void anAddressIsShownOnlyInPart() {
        assertThat(PreferencesView.masked("aino.esimerkki@example.org")).isEqualTo("a•••@example.org");
        assertThat(PreferencesView.masked("😀x@example.org")).isEqualTo("😀•••@example.org");
    }
}
