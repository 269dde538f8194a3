package fi.tiedote.reading;

import fi.tiedote.release.Attachment;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The pictures of a text, with who made them, and the documents that it links to. */
class Pictured {
    private static final int MOST = 50;
    private static final Evaluator PICTURES = QueryParser.parse("img[src]");
    private static final Evaluator LINKS = QueryParser.parse("a[href]");
    private static final Pattern CREDIT = Pattern.compile(
            "(?iu)(?:^|[\\s(.,])(?:kuvat?|valokuvat?|kuvaaja|kuvituskuva|kuvalähde|foton?|fotograf|bild(?:er)?|photos?|photographer"
                    + "|image|picture|credit)(?:\\s+(?:by|av))?\\s*[:/©]\\s*(?:©\\s*)?([^()]{2,100}?)\\)?\\.?\\s*$");

    private Pictured() {}

    /** Each address once, pictures first. */
    static List<Attachment> in(Element body) {
        var found = new LinkedHashMap<URI, Attachment>();
        for (var picture : body.select(PICTURES)) {
            var url = Links.uri(picture.attr("abs:src").isEmpty() ? picture.attr("src") : picture.attr("abs:src"));
            if (url != null && Links.isWeb(url) && found.size() < MOST && !isAnOrnament(picture)) {
                found.putIfAbsent(
                        url, new Attachment(url, FileTypes.of(url.toString()), 0, alt(picture), credit(picture)));
            }
        }
        for (var link : body.select(LINKS)) {
            var url = Links.uri(link.attr("abs:href").isEmpty() ? link.attr("href") : link.attr("abs:href"));
            if (url != null
                    && Links.isWeb(url)
                    && found.size() < MOST
                    && !FileTypes.of(url.toString()).isEmpty()) {
                found.putIfAbsent(
                        url,
                        new Attachment(
                                url,
                                FileTypes.of(url.toString()),
                                0,
                                link.text().strip(),
                                ""));
            }
        }
        return List.copyOf(found.values());
    }

    /** Icons and counters are no pictures of the release. */
    private static boolean isAnOrnament(Element picture) {
        return isTiny(picture.attr("width")) || isTiny(picture.attr("height"));
    }

    private static boolean isTiny(String size) {
        return size.strip().matches("\\d{1,2}(?:px)?")
                && Integer.parseInt(size.strip().replace("px", "")) < 32;
    }

    private static String alt(Element picture) {
        var alt = picture.attr("alt").strip();
        return alt.isEmpty() ? CREDIT.matcher(caption(picture)).replaceFirst("").strip() : alt;
    }

    private static String credit(Element picture) {
        var credit = CREDIT.matcher(caption(picture));
        return credit.find() ? credit.group(1).strip() : "";
    }

    /** Of its figure, or else the line below it. */
    private static String caption(Element picture) {
        var figure = picture.closest("figure");
        if (figure != null) {
            var caption = figure.selectFirst("figcaption");
            return caption == null ? "" : caption.text();
        }
        var around = picture.parent();
        var own = around == null ? "" : around.text();
        var next = own.isBlank() && around != null ? around.nextElementSibling() : null;
        var line = next == null ? own : next.text();
        return line.length() <= 150 ? line : "";
    }
}
