package fi.tiedote.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Cuts out of a mail's HTML what its writer has not written for readers. */
class MailHtml implements NodeVisitor {
    private static final String QUOTES =
            "blockquote[type=cite], .gmail_quote, .gmail_quote_container, .moz-cite-prefix,"
                    + " .yahoo_quoted, #appendonsend";
    /** What Outlook puts before the mail that is answered, which follows it. */
    private static final String ANSWERED = "#divRplyFwdMsg";

    private static final String SIGNATURES =
            ".gmail_signature, .gmail_signature_prefix, .moz-signature, #Signature, [id^=ms-outlook-mobile-signature]";
    private static final Set<String> CONTENT = Set.of("img", "hr", "table", "td", "th", "br");

    private final List<List<TextNode>> nodes = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private List<TextNode> current = new ArrayList<>();

    private MailHtml() {}

    /** @param isForward whether what is quoted is what matters */
    static Element body(String html, boolean isForward) {
        var body = Jsoup.parse(html).body();
        body.select("style, script, head, title, meta, [style~=(?i)display:\\s*none], [hidden]")
                .remove();
        body.select(SIGNATURES).remove();
        if (!isForward) {
            body.select(QUOTES).remove();
            body.select(ANSWERED).forEach(MailHtml::removeWithFollowers);
        }
        var reading = new MailHtml();
        body.traverse(reading);
        reading.endLine();
        reading.cut(isForward);
        removeEmpty(body);
        return body;
    }

    /** From the end: to take one from the middle moves all that follow. */
    private static void removeWithFollowers(Element first) {
        var followers = new ArrayList<>(first.nextElementSiblings());
        Collections.reverse(followers);
        followers.forEach(Node::remove);
        first.remove();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            current.add(text);
        } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
            endLine();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            endLine();
        }
    }

    private void endLine() {
        if (!current.isEmpty()) {
            lines.add(Plain.line(text(current)).replaceFirst("^--$", "-- "));
            nodes.add(current);
            current = new ArrayList<>();
        }
    }

    private static String text(List<TextNode> nodes) {
        var text = new StringBuilder();
        nodes.forEach(node -> text.append(node.getWholeText()));
        return text.toString().replace('\u00A0', ' ');
    }

    private void cut(boolean isForward) {
        var stays = MailLines.own(lines, isForward);
        for (var at = 0; at < stays.length; at++) {
            if (!stays[at]) {
                nodes.get(at).forEach(Node::remove);
            }
        }
    }

    private static void removeEmpty(Element body) {
        for (var element : body.getAllElements()) {
            if (!element.equals(body)
                    && element.parent() != null
                    && !CONTENT.contains(element.normalName())
                    && element.text().isBlank()
                    && element.selectFirst("img") == null) {
                element.remove();
            }
        }
        body.select("br:first-child").remove();
    }
}
