package fi.tiedote.reading;

import fi.tiedote.release.Attachment;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** The pictures of a text, with who made them, and the documents that it links to. */
class Pictured {
    private static final int MOST = 50;
    private static final Evaluator PICTURES = QueryParser.parse("img[src]");
    private static final Evaluator LINKS = QueryParser.parse("a[href]");
    private static final Pattern CREDIT = Pattern.compile(
            "(?iu)(?:^|[\\s(.,])(?:kuvat?|valokuvat?|kuvaaja|kuvituskuva|kuvalähde|foton?|fotograf|bild(?:er)?|photos?|photographer"
                    + "|image|picture|credit)(?:\\s+(?:by|av))?\\s*[:/©]\\s*(?:©\\s*)?([^()]{2,100}?)\\)?\\.?\\s*$");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("zip", "application/zip"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"));

    private Pictured() {}

    /** Each address once, pictures first. */
    static List<Attachment> in(Element body) {
        var found = new LinkedHashMap<URI, Attachment>();
        for (var picture : body.select(PICTURES)) {
            var url = Links.uri(picture.attr("abs:src").isEmpty() ? picture.attr("src") : picture.attr("abs:src"));
            if (url != null && Links.isWeb(url) && found.size() < MOST && !isAnOrnament(picture)) {
                found.putIfAbsent(url, new Attachment(url, type(url), 0, alt(picture), credit(picture)));
            }
        }
        for (var link : body.select(LINKS)) {
            var url = Links.uri(link.attr("abs:href").isEmpty() ? link.attr("href") : link.attr("abs:href"));
            if (url != null
                    && Links.isWeb(url)
                    && found.size() < MOST
                    && !type(url).isEmpty()) {
                found.putIfAbsent(
                        url, new Attachment(url, type(url), 0, link.text().strip(), ""));
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

    private static String type(URI url) {
        var path = extension(url);
        return path == null ? "" : TYPES.getOrDefault(path, "");
    }

    private static @Nullable String extension(URI url) {
        var path = url.getPath();
        var dot = path == null ? -1 : path.lastIndexOf('.');
        return path == null || dot < 0 ? null : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
