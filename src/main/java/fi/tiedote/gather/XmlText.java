package fi.tiedote.gather;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Makes XML of what sources call XML. */
class XmlText {
    private static final Pattern REFERENCE = Pattern.compile("&#(?:(\\d{1,9})|[xX]([0-9a-fA-F]{1,8}));");
    private static final Pattern DOCTYPE =
            Pattern.compile("<!DOCTYPE[^\\[>]*+(?:\\[[^\\]]*+\\]\\s*+)?+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOT = Pattern.compile("<[A-Za-z]");
    private static final Map<String, String> KNOWN = Map.of(
            "content", "http://purl.org/rss/1.0/modules/content/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "atom", "http://www.w3.org/2005/Atom",
            "media", "http://search.yahoo.com/mrss/",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    private XmlText() {}

    /** Without characters that XML 1.0 §2.2 forbids, written plainly or as a number, and without a DOCTYPE. */
    static String clean(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isLegal).forEach(legal::appendCodePoint);
        return withoutDoctype(REFERENCE.matcher(legal).replaceAll(XmlText::legalReference));
    }

    /** The same content well-formed: tags closed, named characters written out, every prefix declared. */
    static String wellFormed(String clean) {
        var document = Jsoup.parse(clean, "", Parser.xmlParser());
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        var root = document.firstElementChild();
        if (root != null) {
            declarePrefixes(root);
        }
        return root == null ? "" : root.outerHtml();
    }

    private static void declarePrefixes(Element root) {
        var prefixes = new TreeSet<String>();
        for (var element : root.getAllElements()) {
            collectPrefix(element.tagName(), prefixes);
            element.attributes().forEach(attribute -> collectPrefix(attribute.getKey(), prefixes));
        }
        prefixes.stream()
                .filter(prefix -> !root.hasAttr("xmlns:" + prefix))
                .forEach(
                        prefix -> root.attr("xmlns:" + prefix, KNOWN.getOrDefault(prefix, "urn:undeclared:" + prefix)));
    }

    private static void collectPrefix(String name, Set<String> prefixes) {
        var colon = name.indexOf(':');
        if (colon > 0 && !name.startsWith("xml")) {
            prefixes.add(name.substring(0, colon));
        }
    }

    /** One inside a CDATA section, after the root's beginning, is only text. */
    private static String withoutDoctype(String text) {
        var doctype = DOCTYPE.matcher(text);
        var root = ROOT.matcher(text);
        if (!doctype.find() || (root.find() && root.start() < doctype.start())) {
            return text;
        }
        return text.substring(0, doctype.start()) + text.substring(doctype.end());
    }

    private static String legalReference(MatchResult reference) {
        var decimal = reference.group(1) != null;
        var value = Long.parseLong(reference.group(decimal ? 1 : 2), decimal ? 10 : 16);
        return value <= Character.MAX_CODE_POINT && isLegal((int) value) ? reference.group() : "";
    }

    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
