package fi.tiedote.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.KeptFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailFormTests {
    private static final String HEAD = """
            From: Aino Esimerkki <aino@example.org>
            Message-ID: <1@example.org>
            Date: Fri, 20 Nov 2026 10:00:00 +0200
            Subject: Tiedote: Uimahalli aukeaa
            MIME-Version: 1.0
            """;
    private static final String TEXT = "Uimahalli on auki ja kaikki ovat tervetulleita.";
    private static final String PDF = Base64.getEncoder().encodeToString("%PDF-1.7 liite".getBytes(UTF_8));
    private static final String PNG =
            Base64.getEncoder().encodeToString("\u0089PNG\r\n\u001a\nkuva".getBytes(ISO_8859_1));

    private final List<KeptFile> files = new ArrayList<>();

    @Test
    void plainTextIsReadAsAReleaseInText() {
        var item = item(HEAD + "\n" + TEXT + "\n\nLisätietoja:\n\nMatti Vire, rehtori, puh. 040 000 0151\n");

        assertThat(item.title()).isEqualTo("Uimahalli aukeaa");
        assertThat(item.bodyHtml()).isEqualTo("<p>" + TEXT + "</p>");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(item.language()).isEqualTo(Language.FI);
        assertThat(item.contacts()).containsExactly(new Contact("Matti Vire", "rehtori", "", "040 000 0151", ""));
    }

    @Test
    void ofTwoFormsTheRicherIsTakenAndFilesAreKept() {
        var item = item(HEAD + "Content-Type: multipart/mixed; boundary=m\n\n"
                + "--m\nContent-Type: multipart/related; boundary=r\n\n"
                + "--r\nContent-Type: multipart/alternative; boundary=a\n\n"
                + "--a\nContent-Type: text/plain; charset=utf-8\n\n" + TEXT + "\n"
                + "--a\nContent-Type: text/html; charset=utf-8\n\n<h1>Uimahalli aukeaa</h1><p>" + TEXT
                + " <a href='https://example.org/'>Lue</a></p><img src='cid:kuva' alt='Allas'><p>-- </p><p>Aino</p>\n"
                + "--a--\n--r\nContent-Type: image/png\nContent-ID: <kuva>\nContent-Transfer-Encoding: base64\n\n"
                + PNG + "\n--r\nContent-Type: image/png\nContent-ID: <unused>\nContent-Transfer-Encoding: base64\n\n"
                + PNG + "\n--r--\n"
                + "--m\nContent-Type: application/octet-stream\nContent-Disposition: attachment;\n"
                + " filename*0*=UTF-8''P%C3%A4%C3%A4t;\n filename*1*=%C3%B6s.pdf\n"
                + "Content-Transfer-Encoding: base64\n\n" + PDF + "\n"
                + "--m\nContent-Type: text/html; name=sivu.html\nContent-Disposition: attachment\n\n<script>1</script>\n"
                + "--m--\n");

        assertThat(item.bodyHtml())
                .contains("<p>" + TEXT)
                .contains("https://example.org/")
                .doesNotContain("Aino", "<h1>", "cid:");
        assertThat(item.attachments())
                .extracting(Attachment::type, Attachment::alt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("image/png", "Allas"),
                        org.assertj.core.groups.Tuple.tuple("application/pdf", "Päätös.pdf"));
        assertThat(files).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nAino Esimerkki\nviestintä",
                "\n> vanha\n> viesti",
                "\nOn Fri, 20 Nov 2026 at 10.00, Aino Esimerkki <aino@example.org> wrote:\n> vanha",
                "\nAino Esimerkki kirjoitti 20.11.2026 klo 10.00:\n> vanha",
                "\nDen fre 20 nov. 2026 kl 10:00 skrev Aino Esimerkki <aino@example.org>:\n> vanha",
                "\n----- Original Message -----\nvanha",
                "\nLähettäjä: Aino\nLähetetty: tänään\nVastaanottaja: Kaikki\nAihe: vanha\n\nvanha",
                "\nFrån: Aino\nSkickat: idag\nTill: Alla\nÄmne: gammal\n\ngammal",
                "\nTämä sähköposti on luottamuksellinen ja tarkoitettu vain vastaanottajalle.",
                "\nDetta e-postmeddelande är konfidentiellt.",
                "\nThis email and its attachments are confidential.",
                "\nLähetetty iPhonesta"
            })
    void whatIsNotTheReleaseIsCut(String rest) {
        assertThat(item(HEAD + "\n" + TEXT + "\n" + rest + "\n").bodyHtml()).isEqualTo("<p>" + TEXT + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tiedoksi!\n\n---------- Forwarded message ---------\nFrom: A\nDate: B\nSubject: C\nTo: D\n\n",
                "Lähettäjä: A\nLähetetty: B\nVastaanottaja: C\nAihe: D\n\n",
                "Från: A\nSkickat: B\nTill: C\nÄmne: D\n\n"
            })
    void aForwardedReleaseIsFoundBelowItsHeaders(String above) {
        assertThat(item(HEAD + "\n" + above + TEXT + "\n").bodyHtml()).isEqualTo("<p>" + TEXT + "</p>");
    }

    @Test
    void aReleaseInsideOfAMailIsTheRelease() {
        var item = item(HEAD.replace("Uimahalli", "VL: Muu") + "Content-Type: multipart/mixed; boundary=m\n\n"
                + "--m\n\nTiedoksi.\n--m\nContent-Type: message/rfc822\n\n" + HEAD + "\n" + TEXT + "\n--m--\n");

        assertThat(item.title()).isEqualTo("Uimahalli aukeaa");
        assertThat(item.bodyHtml()).isEqualTo("<p>" + TEXT + "</p>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Fwd: VL: Tiedote: Halli auki                     | Halli auki
        SV: [Tiedotteet] Pressmeddelande: Hallen         | Hallen
        =?utf-8?B?w4RpdGk=?=                             | Äiti
        =?utf-8?Q?P=C3=A4=C3?= =?utf-8?Q?=A4t=C3=B6s_1?= | Päätös 1
        =?iso-8859-1?q?P=E4=E4t=F6s?=                    | Päätös
        =?nonsense?q?P=C3=A4=C3=A4?=                     | Pää
        Re: Vastaus                                      | Vastaus
        """)
    void theTitleIsTheSubjectOfWhoeverWroteIt(String subject, String title) {
        assertThat(Subject.title(EncodedWords.text(subject))).isEqualTo(title);
    }

    @Test
    void brokenEncodingsCostNoMoreThanThemselves() {
        assertThat(item(HEAD
                                + "Content-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: quoted-printable\n\n"
                                + "P=C3=A4=C3=A4t=C3=B6s on 50 =% valmis ja my=\n=C3=B6s hyv=C3=A4.\n")
                        .bodyHtml())
                .isEqualTo("<p>Päätös on 50 =% valmis ja myös hyvä.</p>");
        assertThat(new String(TransferEncoding.base64("SGV!p\nPQ==SG".getBytes(UTF_8)), UTF_8))
                .startsWith("Hei");
        assertThat(item(HEAD + "Content-Type: multipart/mixed\n\n" + TEXT + "\n")
                        .bodyHtml())
                .contains(TEXT);
    }

    @Test
    void flowedLinesAreJoined() {
        var item = item(HEAD + "Content-Type: text/plain; format=flowed\n\nUimahalli on \nauki ja \nvalmis.\n");

        assertThat(item.bodyHtml()).isEqualTo("<p>Uimahalli on auki ja valmis.</p>");
    }

    @Test
    void aShortAnswerIsNoRelease() {
        var reading = read(HEAD.replace("Tiedote:", "VS:") + "\nKiitos!\n\n> " + TEXT + "\n");

        assertThat(reading).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "Subject: x\n\n", "\u0000\u0001", "Content-Type: multipart/mixed; boundary=\n\n--\n"})
    void whatIsNoMailIsTold(String text) {
        assertThat(read(text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void manyAndDeepPartsAreBounded() {
        assertThat(read(HEAD + "Content-Type: multipart/mixed; boundary=m\n\n" + "--m\n\nx\n".repeat(5000)))
                .isInstanceOf(Unreadable.class);
        var deep = new StringBuilder(HEAD);
        for (var at = 0; at < 500; at++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(at)
                    .append("\n\n--b")
                    .append(at)
                    .append('\n');
        }
        assertThat(read(deep.toString())).isInstanceOf(Unreadable.class);
    }

    private Item item(String mail) {
        return ((Document) read(mail)).items().get(0);
    }

    private Reading read(String mail) {
        return Parser.read(
                mail.replace("\n", "\r\n").getBytes(UTF_8),
                Texts.origin("https://example.org/halli.eml", ""),
                files::add);
    }
}
