package fi.tiedote.gather;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The text of a Word document as HTML: headings, paragraphs, lists, tables, links, bold and italic. */
class WordText {
    private static final Pattern NUMBERED = Pattern.compile("listnumber|numeroituluettelo|numreradlista");
    private static final Pattern LIST = Pattern.compile("listbullet|merkittyluettelo|punktlista|" + NUMBERED);

    /** What is within each other more often is written by nobody, and would end the thread that reads it. */
    private static final int DEEPEST = 50;

    private final Map<String, String> targets;
    private int depth;

    /** @param targets of links, by their ids */
    WordText(Map<String, String> targets) {
        this.targets = targets;
    }

    Element body(Element document) {
        var body = Document.createShell("").body();
        var text = document.getElementsByTag("w:body").first();
        if (text != null) {
            blocks(text, body);
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
            case "w:sdt", "w:sdtContent", "w:ins", "w:smartTag" -> blocks(block, to);
            default -> {} // Settings of a section, bookmarks and what was deleted.
        }
    }

    private void table(Element from, Element to) {
        for (var row : from.select("> w|tr")) {
            var cells = to.appendElement("tr");
            row.select("> w|tc").forEach(cell -> blocks(cell, cells.appendElement("td")));
        }
    }

    private void paragraph(Element from, Element to) {
        var style = from.select("> w|pPr > w|pStyle").attr("w:val").toLowerCase(Locale.ROOT);
        var isItem = !from.select("> w|pPr > w|numPr").isEmpty()
                || LIST.matcher(style).lookingAt();
        var line = new Element(isItem ? "li" : tag(style));
        runs(from, line);
        if (line.hasText()) {
            (isItem ? list(to, NUMBERED.matcher(style).lookingAt() ? "ol" : "ul") : to).appendChild(line);
        }
    }

    private static String tag(String style) {
        if (style.matches("title|otsikko|rubrik")) {
            return "h1";
        }
        var heading = style.matches("(?:heading|otsikko|rubrik)[1-6]");
        return heading ? "h" + style.charAt(style.length() - 1) : "p";
    }

    private static Element list(Element to, String name) {
        var last = to.lastElementChild();
        return last != null && last.nameIs(name) ? last : to.appendElement(name);
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
            case "w:ins", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple" -> runs(part, to);
            default -> {} // Deleted text, comments and settings.
        }
    }

    private Element link(Element from, Element to) {
        var target = targets.getOrDefault(from.attr("r:id"), "");
        return target.isEmpty() ? to : to.appendElement("a").attr("href", target);
    }

    private static void run(Element from, Element to) {
        var holder = to;
        holder = is(from, "b") ? holder.appendElement("strong") : holder;
        holder = is(from, "i") ? holder.appendElement("em") : holder;
        for (var part : from.children()) {
            switch (part.tagName()) {
                case "w:t" -> holder.appendChild(new TextNode(part.wholeText()));
                case "w:tab" -> holder.appendText(" ");
                case "w:br", "w:cr" -> holder.appendElement("br");
                case "w:noBreakHyphen" -> holder.appendText("-");
                default -> {} // Fields, drawings and settings.
            }
        }
    }

    private static boolean is(Element run, String property) {
        var found = run.select("> w|rPr > w|" + property);
        return !found.isEmpty() && !found.attr("w:val").matches("0|false|none");
    }
}
