package fi.tiedote.gather;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The parts of a document of Word (ECMA-376-2): its text, and by their names what belongs to it. */
class WordParts {
    private static final String USUAL = "word/document.xml";
    private static final Element NOTHING = new Element("none");

    /** Of a part after unpacking. */
    private static final int LARGEST = 20_000_000;

    private final ZipFile zip;
    private final String main;

    WordParts(ZipFile zip) throws IOException {
        this.zip = zip;
        this.main = xml("_rels/.rels").getElementsByTag("Relationship").stream()
                .filter(part -> part.attr("Type").endsWith("/officeDocument"))
                .map(part -> part.attr("Target").replaceFirst("^/", ""))
                .findFirst()
                .orElse(USUAL);
    }

    /** Where the text is. */
    String main() {
        return main;
    }

    Optional<byte[]> text() throws IOException {
        return part(main);
    }

    /** @param name from where the text is */
    Optional<byte[]> beside(String name) throws IOException {
        return part(folder() + name);
    }

    /** What the ids of links and pictures lead to. */
    Map<String, String> targets() throws IOException {
        var targets = new HashMap<String, String>();
        xml(folder() + "_rels/" + main.substring(folder().length()) + ".rels")
                .getElementsByTag("Relationship")
                .forEach(link -> targets.put(link.attr("Id"), link.attr("Target")));
        return targets;
    }

    /** The names of styles by their ids: ids are of the author's language, names of English in every one. */
    Map<String, String> styles() throws IOException {
        var styles = new HashMap<String, String>();
        for (var style : xml(folder() + "styles.xml").getElementsByTag("w:style")) {
            var name = style.select("> w|name").attr("w:val").toLowerCase(Locale.ROOT);
            styles.put(style.attr("w:styleId"), name.replace(" ", ""));
        }
        return styles;
    }

    WordNotes notes() throws IOException {
        return WordNotes.of(xml(folder() + "footnotes.xml"), xml(folder() + "endnotes.xml"));
    }

    private String folder() {
        return main.substring(0, main.lastIndexOf('/') + 1);
    }

    private Element xml(String name) throws IOException {
        return part(name).map(WordParts::xml).orElse(NOTHING);
    }

    static Element xml(byte[] part) {
        return Jsoup.parse(new String(part, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    private Optional<byte[]> part(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (var stream = zip.getInputStream(entry)) {
            var bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(name + " is too large");
            }
            return Optional.of(bytes);
        }
    }
}
