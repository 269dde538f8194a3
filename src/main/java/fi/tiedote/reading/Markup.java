package fi.tiedote.reading;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Writes lines of plain text as HTML: short lines that stand alone are headings, all others paragraphs. */
class Markup {
    private static final int LONGEST_HEADING = 120;

    private final List<Line> lines;
    private final Element body;

    private Markup(List<Line> lines) {
        this.lines = lines;
        this.body = Document.createShell("").body();
    }

    static String html(List<Line> lines) {
        var markup = new Markup(lines);
        for (var at = 0; at < lines.size(); at++) {
            markup.add(at);
        }
        var document = markup.body.ownerDocument();
        if (document != null) {
            document.outputSettings().prettyPrint(false);
        }
        return markup.body.html();
    }

    /** Each line a paragraph, whatever it looks like. */
    static String paragraphs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + Entities.escape(line) + "</p>")
                .collect(Collectors.joining());
    }

    private void add(int at) {
        var text = lines.get(at).text();
        if (isPoint(at)) {
            list().appendElement("li").text(text.substring(1).strip());
        } else {
            body.appendElement(isHeading(at) ? "h2" : "p").text(text);
        }
    }

    private Element list() {
        var last = body.lastElementChild();
        return last != null && last.nameIs("ul") ? last : body.appendElement("ul");
    }

    private boolean isHeading(int at) {
        var line = lines.get(at);
        return line.alone() && at < lines.size() - 1 && line.text().length() <= LONGEST_HEADING && !line.endsSentence();
    }

    /** A single hyphen opens a quotation; several in a row are a list. */
    private boolean isPoint(int at) {
        return starts(at, "• ") || (starts(at, "- ") && (starts(at - 1, "- ") || starts(at + 1, "- ")));
    }

    private boolean starts(int at, String sign) {
        return at >= 0
                && at < lines.size()
                && lines.get(at).text().startsWith(sign)
                && !lines.get(at).alone();
    }
}
