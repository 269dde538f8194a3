package fi.tiedote.gather;

import fi.tiedote.release.Attachment;
import fi.tiedote.release.KeptFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jsoup.nodes.Element;

/** Reads a release from Word (.docx, ECMA-376): what it says and how it is divided, not how it looks. */
class WordForm {
    private static final int MOST_PICTURES = 50;

    private final WordParts parts;
    private final Map<String, String> targets;

    private WordForm(WordParts parts) throws IOException {
        this.parts = parts;
        this.targets = parts.targets();
    }

    /** @param files gets its pictures */
    static Reading read(byte[] bytes, Origin origin, Consumer<KeptFile> files) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            return new WordForm(new WordParts(zip)).reading(origin, files);
        } catch (IOException | RuntimeException broken) {
            return new Unreadable("it cannot be read as a document of Word: save it as .docx anew");
        }
    }

    private Reading reading(Origin origin, Consumer<KeptFile> files) throws IOException {
        var text = parts.text();
        if (text.isEmpty()) {
            return new Unreadable("it is no document of Word: there is no " + parts.main() + " in it");
        }
        var problems = new ArrayList<String>();
        var document = WordParts.xml(Tags.cut(new String(text.get(), StandardCharsets.UTF_8), problems::add)
                .getBytes(StandardCharsets.UTF_8));
        var body = new WordText(targets, parts.styles(), parts.notes()).body(document);
        return new Composed(Format.DOCX, origin, FrontMatter.NONE).reading(body, pictures(document, files), problems);
    }

    private List<Attachment> pictures(Element document, Consumer<KeptFile> files) throws IOException {
        var pictures = new ArrayList<Attachment>();
        for (var drawing : document.getElementsByTag("w:drawing")) {
            var blip = drawing.getElementsByTag("a:blip").first();
            var target = blip == null ? null : targets.get(blip.attr("r:embed"));
            var bytes = target == null || pictures.size() == MOST_PICTURES
                    ? Optional.<byte[]>empty()
                    : parts.beside(target);
            var name = drawing.getElementsByTag("wp:docPr").first();
            bytes.flatMap(KeptFile::of).filter(KeptFile::isPicture).ifPresent(file -> {
                files.accept(file);
                pictures.add(file.attachment(name == null ? "" : name.attr("descr")));
            });
        }
        return List.copyOf(pictures);
    }
}
