package fi.tiedote.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of a Word document as HTML: headings, paragraphs, lists, tables, text boxes, notes, links, bold and italic. */
class WordText {
    private static final Pattern NUMBERED = Pattern.compile("listnumber|numeroituluettelo|numreradlista");
    private static final Pattern LIST = Pattern.compile("listbullet|merkittyluettelo|punktlista|" + NUMBERED);

    private static final Pattern KNOWN = Pattern.compile("heading[1-6]$|title$|list(?:bullet|number)");
    private static final String BOX = "w:txbxContent";

    /** What is within each other more often is written by nobody, and would end the thread that reads it. */
    private static final int DEEPEST = 50;

    private final Map<String, String> targets;
    private final Map<String, String> styles;
    private final WordNotes notes;
    private List<Element> boxes = new ArrayList<>();
    private int depth;

    /**
     * @param targets of links, by their ids
     * @param styles names by ids, in lower case and without spaces
     */
    WordText(Map<String, String> targets, Map<String, String> styles, WordNotes notes) {
        this.targets = targets;
        this.styles = styles;
        this.notes = notes;
    }

    Element body(Element document) {
        var body = Document.createShell("").body();
        var text = document.getElementsByTag("w:body").first();
        if (text != null) {
            blocks(text, body);
        }
        for (var at = 0; at < notes.cited().size(); at++) { // A note may cite others.
            var item = list(body, "ol", at == 0).appendElement("li");
            for (var paragraph : notes.cited().get(at).select("> w|p")) {
                runs(paragraph, item);
                item.appendText(" ");
            }
        }
        return body;
    }

    private void blocks(Element from, Element to) {
        if (++depth <= DEEPEST) {
            from.children().forEach(block -> block(block, to));
        }
        depth--;
    }

    private void block(Element block, Element to) {
        switch (block.tagName()) {
            case "w:p" -> paragraph(block, to);
            case "w:tbl" -> table(block, to.appendElement("table"));
            case "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:smartTag", "w:customXml" -> blocks(block, to);
            default -> {} // Settings of a section, bookmarks and what was deleted.
        }
    }

    private void table(Element from, Element to) {
        if (++depth <= DEEPEST) {
            for (var part : from.children()) {
                switch (part.tagName()) {
                    case "w:tr" -> table(part, to.appendElement("tr"));
                    case "w:tc" -> blocks(part, to.appendElement("td"));
                    case "w:sdt", "w:sdtContent", "w:ins", "w:customXml" -> table(part, to);
                    default -> {} // Settings of the table, and rows that were deleted.
                }
            }
        }
        depth--;
    }

    private void paragraph(Element from, Element to) {
        var id = from.select("> w|pPr > w|pStyle").attr("w:val");
        var named = styles.getOrDefault(id, "");
        var style = KNOWN.matcher(named).lookingAt() ? named : id.toLowerCase(Locale.ROOT);
        var isItem = !from.select("> w|pPr > w|numPr").isEmpty()
                || LIST.matcher(style).lookingAt();
        var line = new Element(isItem ? "li" : tag(style));
        var around = boxes;
        boxes = new ArrayList<>();
        runs(from, line);
        var inside = boxes;
        boxes = around;
        if (line.hasText()) {
            (isItem ? list(to, NUMBERED.matcher(style).lookingAt() ? "ol" : "ul", false) : to).appendChild(line);
        }
        inside.forEach(box -> blocks(box, to));
    }

    private static String tag(String style) {
        if (style.matches("title|otsikko|rubrik")) {
            return "h1";
        }
        var heading = style.matches("(?:heading|otsikko|rubrik)[1-6]");
        return heading ? "h" + style.charAt(style.length() - 1) : "p";
    }

    private static Element list(Element to, String name, boolean anew) {
        var last = to.lastElementChild();
        return last != null && last.nameIs(name) && !anew ? last : to.appendElement(name);
    }

    private void runs(Element from, Element to) {
        if (++depth <= DEEPEST) {
            from.children().forEach(part -> part(part, to));
        }
        depth--;
    }

    private void part(Element part, Element to) {
        switch (part.tagName()) {
            case "w:r" -> run(part, to);
            case "w:hyperlink" -> runs(part, link(part, to));
            case "w:ins",
                    "w:moveTo",
                    "w:smartTag",
                    "w:sdt",
                    "w:sdtContent",
                    "w:fldSimple",
                    "w:customXml",
                    "w:bdo",
                    "w:dir" -> runs(part, to);
            default -> {} // Deleted text, comments and settings.
        }
    }

    private Element link(Element from, Element to) {
        var target = targets.getOrDefault(from.attr("r:id"), "");
        return target.isEmpty() ? to : to.appendElement("a").attr("href", target);
    }

    private void run(Element from, Element to) {
        var holder = to;
        holder = is(from, "b") ? holder.appendElement("strong") : holder;
        holder = is(from, "i") ? holder.appendElement("em") : holder;
        for (var part : from.children()) {
            switch (part.tagName()) {
                case "w:t" -> holder.appendChild(new TextNode(part.wholeText()));
                case "w:tab", "w:ptab" -> holder.appendText(" ");
                case "w:br", "w:cr" -> holder.appendElement("br");
                case "w:noBreakHyphen" -> holder.appendText("-");
                case "w:footnoteReference", "w:endnoteReference" -> cite(part, holder);
                case "w:drawing", "w:pict", "mc:AlternateContent" -> boxes.addAll(boxes(part));
                default -> {} // Fields and settings.
            }
        }
    }

    private void cite(Element reference, Element to) {
        notes.cite(reference).ifPresent(number -> to.appendElement("sup").text("[" + number + "]"));
    }

    /** Those of a drawing, without those within them; a second time they are there for who cannot show the first. */
    private static List<Element> boxes(Element drawing) {
        var choice = drawing.getElementsByTag("mc:Choice").first();
        var boxes = choice == null ? List.<Element>of() : outermost(choice);
        return boxes.isEmpty() ? outermost(drawing) : boxes;
    }

    private static List<Element> outermost(Element drawing) {
        var boxes = new ArrayList<Element>();
        drawing.filter((node, deep) -> {
            if (node instanceof Element element && element.tagName().equals(BOX)) {
                boxes.add(element);
                return NodeFilter.FilterResult.SKIP_CHILDREN;
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        return boxes;
    }

    private static boolean is(Element run, String property) {
        var found = run.select("> w|rPr > w|" + property);
        return !found.isEmpty() && !found.attr("w:val").matches("0|false|none");
    }
}
