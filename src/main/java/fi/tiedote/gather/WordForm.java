package fi.tiedote.gather;

import fi.tiedote.release.Attachment;
import fi.tiedote.release.KeptFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads a release from Word (.docx, ECMA-376): what it says and how it is divided, not how it looks. */
class WordForm {
    private static final String TEXT = "word/document.xml";
    private static final String LINKS = "word/_rels/document.xml.rels";

    /** Of a part after unpacking. */
    private static final int LARGEST = 20_000_000;

    private static final int MOST_PICTURES = 50;

    private final ZipFile zip;
    private final Map<String, String> targets = new HashMap<>();

    private WordForm(ZipFile zip) {
        this.zip = zip;
    }

    /** @param files gets its pictures */
    static Reading read(byte[] bytes, Origin origin, Consumer<KeptFile> files) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            return new WordForm(zip).reading(origin, files);
        } catch (IOException | RuntimeException broken) {
            return new Unreadable("it cannot be read as a document of Word: save it as .docx anew");
        }
    }

    private Reading reading(Origin origin, Consumer<KeptFile> files) throws IOException {
        var text = part(TEXT);
        if (text.isEmpty()) {
            return new Unreadable("it is no document of Word: there is no " + TEXT + " in it");
        }
        part(LINKS).map(WordForm::xml).ifPresent(links -> links.getElementsByTag("Relationship")
                .forEach(link -> targets.put(link.attr("Id"), link.attr("Target"))));
        var problems = new ArrayList<String>();
        var document = xml(Tags.cut(new String(text.get(), StandardCharsets.UTF_8), problems::add)
                .getBytes(StandardCharsets.UTF_8));
        var body = new WordText(targets).body(document);
        return new Composed(Format.DOCX, origin, FrontMatter.NONE).reading(body, pictures(document, files), problems);
    }

    private List<Attachment> pictures(Element document, Consumer<KeptFile> files) throws IOException {
        var pictures = new ArrayList<Attachment>();
        for (var drawing : document.getElementsByTag("w:drawing")) {
            var blip = drawing.getElementsByTag("a:blip").first();
            var target = blip == null ? null : targets.get(blip.attr("r:embed"));
            var bytes = target == null || pictures.size() == MOST_PICTURES
                    ? Optional.<byte[]>empty()
                    : part("word/" + target);
            var name = drawing.getElementsByTag("wp:docPr").first();
            bytes.flatMap(KeptFile::of).filter(KeptFile::isPicture).ifPresent(file -> {
                files.accept(file);
                pictures.add(file.attachment(name == null ? "" : name.attr("descr")));
            });
        }
        return List.copyOf(pictures);
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

    private static Element xml(byte[] part) {
        return Jsoup.parse(new String(part, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }
}
