package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.release.Contact;
import fi.tiedote.release.KeptFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases as people write them to files: Markdown, pages of HTML, documents of Word. */
class WrittenFilesTests {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private final List<KeptFile> kept = new ArrayList<>();

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

    @Test
    void aDocumentOfWordHasItsStructureItsLinksAndItsPictures() throws IOException {
        var png = Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var text = "<w:p><w:pPr><w:pStyle w:val='Otsikko1'/></w:pPr><w:r><w:t>Silta avataan</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>20.11.2026</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t xml:space='preserve'>Silta </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>avataan</w:t></w:r>"
                + "<w:del><w:r><w:delText>ei</w:delText></w:r></w:del><w:r><w:t xml:space='preserve"
                + "'> tänään. </w:t></w:r><w:hyperlink r:id='r1'><w:r><w:t>Lue lisää</w:t></w:r></w:hyperlink></w:p>"
                + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>yksi</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>kaksi</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:pStyle w:val='ListNumber'/></w:pPr><w:r><w:t>kolme</w:t></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ma</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                + "<w:p><w:r><w:drawing><wp:docPr descr='Silta illalla'/><a:blip r:embed='r2'/></w:drawing></w:r></w:p>";
        var item = ((Document) read("silta.fi.docx", word(text, png))).items().get(0);

        assertThat(item.title()).isEqualTo("Silta avataan");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-11-19T22:00:00Z"));
        assertThat(item.bodyHtml())
                .contains(
                        "Silta <strong>avataan</strong> tänään.",
                        "<a href=\"https://www.example.fi/silta\">Lue lisää</a>",
                        "<li>yksi</li>",
                        "<ol>",
                        "<li>kolme</li>",
                        "<td>")
                .doesNotContain("ei</", "20.11.2026");
        assertThat(item.attachments()).singleElement().satisfies(picture -> assertThat(picture.alt())
                .isEqualTo("Silta illalla"));
        assertThat(kept).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w:sdt", "w:ins"})
    void aDocumentOfWordOfAnyDepthEnds(String tag) throws IOException {
        var title = "<w:p><w:r><w:t>Silta</w:t></w:r></w:p><w:p><w:r><w:t>Teksti sillasta</w:t></w:r></w:p>";
        var deep = "<" + tag + ">";

        assertThat(read("a.docx", word(title + deep.repeat(20_000), new byte[0])))
                .isInstanceOf(Document.class);
        assertThat(read("a.docx", word(title + "<w:p>" + deep.repeat(20_000), new byte[0])))
                .isInstanceOf(Document.class);
    }

    @Test
    void whatOnlyHasTheEndingOfWordSaysSo() {
        assertThat(read("a.docx", "hei".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> assertThat(unreadable.reason())
                        .contains("Word"));
    }

    private static byte[] word(String text, byte[] picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var parts = Map.of(
                "word/document.xml",
                ("<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='" + WORD + "'><w:body>" + text
                                + "</w:body></w:document>")
                        .getBytes(StandardCharsets.UTF_8),
                "word/_rels/document.xml.rels",
                ("<Relationships><Relationship Id='r1' Target='https://www.example.fi/silta'/>"
                                + "<Relationship Id='r2' Target='media/image1.png'/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8),
                "word/media/image1.png",
                picture);
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private Item item(String name, String text) {
        return ((Document) read(name, text.getBytes(StandardCharsets.UTF_8)))
                .items()
                .get(0);
    }

    private Reading read(String name, byte[] bytes) {
        var origin = new Origin(URI.create("file:///inbox/" + name), "", ZoneId.of("Europe/Helsinki"), null);
        return Parser.read(bytes, origin, kept::add);
    }
}
