package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscribePagesTests {
    @Test
    void aWishIsKeptAndTheBrowserSentOn() {
        var before = CITY.count("confirmation");

        var answer = CITY.postForm("/subscribe", "email=a%40example.org&lang=sv&lang=fi&topic=liikunta&cadence=weekly");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/subscribe/sent");
        assertThat(CITY.count("confirmation")).isEqualTo(before + 1);
        assertThat(CITY.get("/subscribe/sent").statusCode()).isEqualTo(200);
    }

    @Test
    void languagesKeepTheirOrder() {
        CITY.postForm("/subscribe", "email=order%40example.org&lang=sv&lang=fi&lang=en");

        assertThat(CITY.database.jdbc().sql("""
                                SELECT array_to_string(languages, ' ') FROM selection
                                  JOIN confirmation ON selection_id = selection.id WHERE address = 'order@example.org'
                                """).query(String.class).single()).isEqualTo("sv fi en");
    }

    @Test
    void knownAndUnknownAddressesGetTheSameAnswer() {
        var first = CITY.postForm("/subscribe", "email=same%40example.org");
        var second = CITY.postForm("/subscribe", "email=same%40example.org");

        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(headers(second)).isEqualTo(headers(first));
    }

    @Test
    void whoFillsInTheFieldThatNobodySeesGetsTheSameAnswerAndNothingElse() {
        var before = CITY.count("confirmation");

        var answer = CITY.postForm("/subscribe", "email=robot%40example.org&website=http%3A%2F%2Fspam.example");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(CITY.count("confirmation")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            email,   ''
            email,   email=
            email,   email=nobody
            email,   email=a%40b%40c.fi%0D%0ABcc:x
            lang,    email=a%40example.org&lang=xx
            topic,   email=a%40example.org&topic=nonsense
            area,    email=a%40example.org&area=nonsense
            cadence, email=a%40example.org&cadence=hourly
            """)
    void aMistakeIsToldBesideItsFieldAndWhatWasRightIsKept(String field, String body) {
        var before = CITY.count("confirmation");

        var answer = CITY.postForm("/subscribe?ui=en", body + "&cadence=weekly&topic=kulttuuri&q=kirjasto");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#mail-" + field + "\"", "id=\"mail-" + field + "\"")
                .contains("Something has to be corrected")
                .contains("value=\"kulttuuri\" checked", "value=\"kirjasto\"");
        assertThat(CITY.count("confirmation")).isEqualTo(before);
    }

    @Test
    void tooManyWordsAreAMistake() {
        var answer = CITY.postForm("/subscribe", "email=a%40example.org&q=" + "x".repeat(201));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#mail-q\"");
    }

    @Test
    void aProgramGetsItsMistakesAsProblemDetails() {
        var answer = CITY.postForm("/subscribe?ui=en", "email=nobody", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"email\"", "\"status\":422");
    }

    @Test
    void theFormIsFilledInAsTheAddressSays() {
        var page = CITY.get("/subscribe?lang=en&topic=liikunta&area=keskusta&q=jazz&cadence=immediate&ui=en");

        assertThat(page.body())
                .containsSubsequence("value=\"immediate\" checked", "value=\"en\" checked")
                .contains("value=\"liikunta\" checked", "value=\"keskusta\" checked", "value=\"jazz\"");
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 415", "application/json, 415", "multipart/form-data, 415"})
    void anotherKindOfBodyIsRefused(String type, int status) {
        assertThat(CITY.post("/subscribe", "{}", "Content-Type", type).statusCode())
                .isEqualTo(status);
    }

    @Test
    void aBodyThatCannotBeReadIsRefused() {
        assertThat(Stream.of("email=%zz", "email=%ff", "email=a%00b", "email=%")
                        .map(body -> CITY.postForm("/subscribe", body).statusCode()))
                .containsOnly(400);
        assertThat(CITY.postForm("/subscribe", "email=" + "x".repeat(100_000)).statusCode())
                .isEqualTo(413);
    }

    private static Object headers(HttpResponse<String> response) {
        var headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }
}
