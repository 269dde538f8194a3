package fi.tiedote.newsletter;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A release's HTML as plain text: paragraphs, underlined headings, lists with hyphens, addresses of links in brackets. */
class PlainText implements NodeVisitor {
    private static final String BLOCKS = "p,h2,h3,h4,h5,h6,ul,ol,dl,blockquote,pre,table,figure,hr,div,address";
    private static final String LINES = "li,dt,dd,tr,br,figcaption,caption";

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(String html) {
        var plain = new PlainText();
        Jsoup.parseBodyFragment(html).body().traverse(plain);
        return plain.text
                .toString()
                .replaceAll("[ \\u00A0]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(preformatted(words) ? words.getWholeText() : words.text());
        } else if (node instanceof Element element) {
            begin(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            end(element);
        }
    }

    private void begin(Element element) {
        if (element.is(BLOCKS)) {
            text.append("\n\n");
        } else if (element.is(LINES)) {
            text.append('\n').append(element.is("li") ? "- " : "");
        } else if (element.is("img") && !element.attr("alt").isBlank()) {
            text.append('[').append(element.attr("alt")).append(']');
        } else if (element.is("td,th") && element.previousElementSibling() != null) {
            text.append(" | ");
        }
    }

    private void end(Element element) {
        if (element.is("h2,h3")) {
            text.append('\n').append("-".repeat(Math.min(element.text().length(), 60)));
        } else if (element.is("a[href]") && !element.text().equals(element.attr("href"))) {
            text.append(" <")
                    .append(element.attr("href").replaceFirst("^(mailto|tel):", ""))
                    .append('>');
        }
        if (element.is(BLOCKS)) {
            text.append("\n\n");
        }
    }

    private static boolean preformatted(TextNode words) {
        var parent = words.parent();
        return parent != null && parent.is("pre, pre *");
    }
}
