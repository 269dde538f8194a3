package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.release.KeptFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of Word as Word and others write them. */
class WordFormTests {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final List<KeptFile> kept = new ArrayList<>();

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
    @ValueSource(strings = {"w:sdt", "w:ins", "w:tbl><w:tr><w:tc", "w:p><w:r><w:pict><w:txbxContent"})
    void aDocumentOfWordOfAnyDepthEnds(String tag) throws IOException {
        var title = "<w:p><w:r><w:t>Silta</w:t></w:r></w:p><w:p><w:r><w:t>Teksti sillasta</w:t></w:r></w:p>";
        var deep = "<" + tag + ">";

        assertThat(read("a.docx", word(title + deep.repeat(20_000), new byte[0])))
                .isInstanceOf(Document.class);
        assertThat(read("a.docx", word(title + "<w:p>" + deep.repeat(20_000), new byte[0])))
                .isInstanceOf(Document.class);
    }

    @Test
    void tablesWithinTablesAndRowsWithinControlsAreRead() throws IOException {
        var inner = "<w:tbl><w:tr><w:tc>" + paragraph("sisin") + "</w:tc></w:tr></w:tbl>";
        var html = html("<w:tbl><w:tr><w:tc>" + paragraph("ma") + inner + paragraph("jälkeen") + "</w:tc></w:tr>"
                + "<w:sdt><w:sdtContent><w:tr><w:tc>" + paragraph("ti") + "</w:tc><w:sdt><w:sdtContent><w:tc>"
                + paragraph("10–16") + "</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>");

        assertThat(Jsoup.parseBodyFragment(html).select("td").eachText())
                .containsExactly("ma sisin jälkeen", "sisin", "ti", "10–16");
        assertThat(Jsoup.parseBodyFragment(html).select("td > table tr")).hasSize(1);
    }

    @Test
    void notesFollowTheTextAsTheyAreCited() throws IOException {
        var text =
                "<w:p><w:r><w:t>Silta</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t> ja tie</w:t></w:r>"
                        + "<w:r><w:endnoteReference w:id='1'/></w:r><w:r><w:footnoteReference w:id='9'/></w:r></w:p>";
        var html = html(
                text,
                Map.of(
                        "word/footnotes.xml",
                        "<w:footnotes><w:footnote w:id='0'>" + paragraph("viiva") + "</w:footnote><w:footnote w:id='2'>"
                                + paragraph("Vuoden 2027 loppuun.") + paragraph("Arvio.")
                                + "</w:footnote></w:footnotes>",
                        "word/endnotes.xml",
                        "<w:endnotes><w:endnote w:id='1'>" + paragraph("Myös pyörätie.")
                                + "</w:endnote></w:endnotes>"));

        assertThat(html)
                .contains("Silta<sup>[1]</sup> ja tie<sup>[2]</sup></p>")
                .doesNotContain("viiva");
        assertThat(Jsoup.parseBodyFragment(html).select("ol > li").eachText())
                .containsExactly("Vuoden 2027 loppuun. Arvio.", "Myös pyörätie.");
    }

    @Test
    void aTextBoxFollowsItsParagraphOnce() throws IOException {
        var box = "<w:txbxContent>" + paragraph("Laatikko") + "</w:txbxContent>";
        var html = html(
                "<w:p><w:r><w:t>Ennen</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box
                        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> ja jälkeen</w:t></w:r></w:p>");

        assertThat(Jsoup.parseBodyFragment(html).select("p").eachText())
                .containsSequence("Ennen ja jälkeen", "Laatikko")
                .containsOnlyOnce("Laatikko");
    }

    @Test
    void aStyleIsKnownByItsNameInEveryLanguage() throws IOException {
        var styled = "<w:p><w:pPr><w:pStyle w:val='berschrift2'/></w:pPr><w:r><w:t>Aikataulu</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:pStyle w:val='Aufz'/></w:pPr><w:r><w:t>yksi</w:t></w:r></w:p>";

        assertThat(
                        html(
                                styled,
                                Map.of(
                                        "word/styles.xml",
                                        "<w:styles><w:style w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>"
                                                + "<w:style w:styleId='Aufz'><w:name w:val='List Bullet'/></w:style></w:styles>")))
                .contains("<h2>Aikataulu</h2>", "<li>yksi</li>");
    }

    @Test
    void theTextIsWhereThePackageSays() throws IOException {
        var rels = "<Relationships><Relationship Id='r' Type='http://example.org/relationships/officeDocument'"
                + " Target='/text/main2.xml'/></Relationships>";
        var bytes = zip(Map.of(
                "_rels/.rels",
                rels.getBytes(StandardCharsets.UTF_8),
                "text/main2.xml",
                document(paragraph("Silta avataan") + paragraph("Silta avataan tänään.")),
                "text/_rels/main2.xml.rels",
                "<Relationships/>".getBytes(StandardCharsets.UTF_8)));

        assertThat(((Document) read("a.docx", bytes)).items().get(0).title()).isEqualTo("Silta avataan");
    }

    @Test
    void whatOnlyHasTheEndingOfWordSaysSo() {
        assertThat(read("a.docx", "hei".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> assertThat(unreadable.reason())
                        .contains("Word"));
    }

    private String html(String text) throws IOException {
        return html(text, Map.of());
    }

    private String html(String text, Map<String, String> others) throws IOException {
        var parts = new HashMap<String, byte[]>();
        others.forEach((name, xml) -> parts.put(name, xml.getBytes(StandardCharsets.UTF_8)));
        parts.put("word/document.xml", document(paragraph("Otsikko") + paragraph("Alku on tässä.") + text));
        return ((Document) read("a.docx", zip(parts))).items().get(0).bodyHtml();
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static byte[] document(String text) {
        return ("<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='" + WORD + "'><w:body>" + text
                        + "</w:body></w:document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] word(String text, byte[] picture) throws IOException {
        return zip(Map.of(
                "word/document.xml",
                document(text),
                "word/_rels/document.xml.rels",
                ("<Relationships><Relationship Id='r1' Target='https://www.example.fi/silta'/>"
                                + "<Relationship Id='r2' Target='media/image1.png'/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8),
                "word/media/image1.png",
                picture));
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private Reading read(String name, byte[] bytes) {
        var origin = new Origin(URI.create("file:///inbox/" + name), "", ZoneId.of("Europe/Helsinki"), null);
        return Parser.read(bytes, origin, kept::add);
    }
}
