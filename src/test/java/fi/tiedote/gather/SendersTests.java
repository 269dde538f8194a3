package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose mails are releases. */
class SendersTests {
    private final Postbox postbox = new Postbox();
    private final Newsroom newsroom = postbox.newsroom;

    @AfterEach
    void close() {
        postbox.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        From: x@example.net | mx.example.org; dmarc=pass header.from=example.net
        From: x@example.org | mx.example.org; dmarc=fail header.from=example.org
        From: x@example.org | mx.example.org; dkim=pass header.d=example.net
        From: x@example.org | mx.example.org; dkim=pass header.d=org
        From: x@example.org | mx.example.org; spf=pass smtp.mailfrom=a@evil.example
        From: x@example.org | other.example.org; dmarc=pass header.from=example.org
        From: x@example.org | mx.example.org; none (dmarc=pass header.from=example.org)
        From: x@example.org, y@example.org | mx.example.org; dmarc=pass header.from=example.org
        From: "x@example.org" <x@example.net> | mx.example.org; dmarc=pass header.from=example.net
        From: x@notexample.org | mx.example.org; dmarc=pass header.from=notexample.org
        """)
    void aStrangersMailIsNoReleaseAndToldOnceWithoutAnAddress(String from, String results) throws Exception {
        postbox.deliver("Authentication-Results: " + results + "\n"
                + Postbox.mail("1", "Vieras").replace(Postbox.PROOF, "").replaceFirst("From: .*", from));
        postbox.deliver(Postbox.mail("2", "Oma"));

        var look = newsroom.gathering.gather("mailbox");
        assertThat(look.problems())
                .singleElement()
                .asString()
                .startsWith("mail 1 ")
                .doesNotContain("@");
        assertThat(newsroom.gathering.gather("mailbox").problems()).isEmpty();
        assertThat(newsroom.titles()).containsExactly("Oma");
        assertThat(postbox.flags(0)).contains("$TiedotePassedOver");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mx.example.org; dkim=pass header.d=example.org
        mx.example.org 1; spf=fail; dkim=pass (good) header.i=@example.org header.s=a
        mx.example.org; spf=pass smtp.mailfrom=bounce@example.org
        """)
    void aSenderIsProvedByAnyAlignedResult(String results) throws Exception {
        postbox.deliver("Authentication-Results: " + results + "\n"
                + Postbox.mail("1", "Oma").replace(Postbox.PROOF, ""));

        newsroom.gathering.gather("mailbox");
        assertThat(newsroom.titles()).containsExactly("Oma");
    }

    @Test
    void onlyTheTopmostResultCounts() throws Exception {
        postbox.deliver("Authentication-Results: mx.example.org; dmarc=fail header.from=example.org\n"
                + Postbox.mail("1", "Vieras"));

        newsroom.gathering.gather("mailbox");
        assertThat(newsroom.titles()).isEmpty();
    }
}
