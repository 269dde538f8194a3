package fi.tiedote.gather;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The footnotes and endnotes of a Word document, numbered as the text cites them. */
class WordNotes {
    private final Map<String, Element> written;
    private final List<Element> cited = new ArrayList<>();

    private WordNotes(Map<String, Element> written) {
        this.written = written;
    }

    static WordNotes of(Element footnotes, Element endnotes) {
        var written = new HashMap<String, Element>();
        footnotes.getElementsByTag("w:footnote").forEach(note -> written.put(key("w:footnoteReference", note), note));
        endnotes.getElementsByTag("w:endnote").forEach(note -> written.put(key("w:endnoteReference", note), note));
        return new WordNotes(written);
    }

    /** The number that the text shows; empty where there is no such note. */
    Optional<Integer> cite(Element reference) {
        return Optional.ofNullable(written.remove(key(reference.tagName(), reference)))
                .map(note -> {
                    cited.add(note);
                    return cited.size();
                });
    }

    List<Element> cited() {
        return cited;
    }

    private static String key(String kind, Element note) {
        return kind + note.attr("w:id");
    }
}
