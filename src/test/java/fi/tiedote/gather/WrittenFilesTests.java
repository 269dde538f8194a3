package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.release.Contact;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases as people write them to files: Markdown, pages of HTML. */
class WrittenFilesTests {

    @Test
    void markdownSaysOfItselfWhatStandsBeforeIt() {
        var item = item("silta.md", """
                ---
                title: "Silta avataan: liikenne palaa"
                date: 2026-11-20 09:30
                lang: fi
                lead: Silta on auki.
                author: Viestintä
                tags: [Liikenne, Sillat]
                embargo: 2026-11-25T08:00:00+02:00
                ---
                Silta *avataan* maanantaina.

                | Päivä | Kello |
                |-------|-------|
                | ma    | 9     |

                Lisätietoja:

                Aino Esimerkki, päällikkö, aino@example.org
                """);

        assertThat(item.title()).isEqualTo("Silta avataan: liikenne palaa");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-11-20T07:30:00Z"));
        assertThat(item.language()).isEqualTo(Language.FI);
        assertThat(item.lead()).isEqualTo("Silta on auki.");
        assertThat(item.author()).isEqualTo("Viestintä");
        assertThat(item.categories()).containsExactlyInAnyOrder("Liikenne", "Sillat");
        assertThat(item.embargo()).isEqualTo("2026-11-25T08:00:00+02:00");
        assertThat(item.bodyHtml()).contains("<em>avataan</em>", "<table>").doesNotContain("---");
        assertThat(item.contacts())
                .extracting(Contact::name, Contact::email)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Aino Esimerkki", "aino@example.org"));
        assertThat(item.id()).isEqualTo("silta");
    }

    @Test
    void markdownWithoutAnythingBeforeItHasItsTitleAndDateFirst() {
        var item = item(
                "bron.sv.md",
                "# Bron öppnas\r\n\r\n20.11.2026\r\n\r\nBron öppnas på måndag.\r\n\r\n- ett\r\n- två\r\n");

        assertThat(item.title()).isEqualTo("Bron öppnas");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-11-19T22:00:00Z"));
        assertThat(item.language()).isEqualTo(Language.SV);
        assertThat(item.bodyHtml())
                .contains("Bron öppnas på måndag", "<li>ett</li>")
                .doesNotContain("20.11.2026", "<h1>");
        assertThat(item.id()).isEqualTo("bron");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'---\ntitle: [a\n---\nx'|no YAML: line 3", "'# Vain otsikko\n'|no text", "'\n\n---\n'|no title"})
    void markdownThatIsNoReleaseSaysWhy(String text, String reason) {
        assertThat(read("a.md", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> assertThat(unreadable.reason())
                        .contains(reason));
    }

    @Test
    void listsThatContainThemselvesSayNothing() {
        var item = item(
                "a.md", "---\ntitle: Silta\ntags: &a [Liikenne, [*a]]\ndate: *a\nlead: *a\n---\nTeksti sillasta.\n");

        assertThat(item.categories()).containsExactly("Liikenne");
        assertThat(item.lead()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "*a **b ", "[", "<b>"})
    void markdownOfAnyDepthEnds(String opening) {
        var reading = read(
                "a.md",
                ("# Otsikko\n\n" + opening.repeat(10_000) + "teksti" + "** c*".repeat(5_000) + "\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(reading).isNotNull();
    }

    @Test
    void aPageOfHtmlInAFolderIsCalledByItsName() {
        var page =
                "<html lang=fi><head><title>Silta</title><meta property='article:published_time' content='2026-11-20T08:00:00Z'>"
                        + "</head><body><main><h1>Silta avataan</h1><p>Silta avataan maanantaina, ja liikenne palaa sillalle.</p></main>";

        var item = item("silta.fi.html", page);

        assertThat(item.id()).isEqualTo("silta");
        assertThat(item.url()).isNull();
        assertThat(item.title()).isEqualTo("Silta avataan");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(item(
                                "osa.html",
                                "<h1>Silta suljetaan</h1><p>Silta suljetaan tiistaina, ja liikenne ohjataan toisaalle.</p>")
                        .title())
                .isEqualTo("Silta suljetaan");
    }

    private Item item(String name, String text) {
        return ((Document) read(name, text.getBytes(StandardCharsets.UTF_8)))
                .items()
                .get(0);
    }

    private Reading read(String name, byte[] bytes) {
        var origin = new Origin(URI.create("file:///inbox/" + name), "", ZoneId.of("Europe/Helsinki"), null);
        return Parser.read(bytes, origin, file -> {});
    }
}
