package fi.tiedote.reading;

import fi.tiedote.release.Attachment;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The pictures and files of a page's text. */
class Pictures {
    private static final Pattern CREDIT = Pattern.compile(
            "(?iu)(?:kuvaaja|valokuva|kuvat?|fotograf|foton?|bild(?:er)?|photo(?:graph)?(?: by)?|image|credit)\\s*[:©/]\\s*(.{2,100}?)\\.?$|©\\s*(.{2,100})$");
    private static final Pattern NO_PICTURE =
            Pattern.compile("(?i).*(?:logo|placeholder|default|spacer|pixel|tracking|avatar|icon|\\.svg).*");
    private final Map<URI, Attachment> found = new LinkedHashMap<>();

    private Pictures() {}

    /** Each address once: the page's own picture, those in the text, the files that it links to. */
    static List<Attachment> of(Page page, Element root) {
        var pictures = new Pictures();
        root.select("img[src]").forEach(pictures::addPicture);
        var own = page.meta("og:image", "og:image:url", "twitter:image");
        if (pictures.found.isEmpty() && !NO_PICTURE.matcher(own).matches()) {
            pictures.add(page.origin().url(), own, page.meta("og:image:alt", "twitter:image:alt"), "");
        }
        root.select("a[href]").stream()
                .filter(link -> FileTypes.isDocument(link.attr("href")))
                .forEach(pictures::addFile);
        return List.copyOf(pictures.found.values());
    }

    private void addPicture(Element image) {
        var small =
                Stream.of("width", "height").anyMatch(side -> image.attr(side).matches("[0-9]|[1-3][0-9]"));
        if (small || NO_PICTURE.matcher(image.attr("src")).matches()) {
            return;
        }
        add(URI.create("http://localhost/"), image.attr("src"), Plain.line(image.attr("alt")), credit(image));
    }

    private void addFile(Element link) {
        add(URI.create("http://localhost/"), link.attr("href"), Plain.line(link.text()), "");
    }

    private void add(URI base, String address, String alt, String credit) {
        var url = Links.absolute(base, address);
        if (url != null && !address.isBlank()) {
            found.putIfAbsent(url, new Attachment(url, FileTypes.of(address), 0, alt, credit));
        }
    }

    private static String credit(Element image) {
        var figure = image.closest("figure, .wp-caption, .image, .kuva");
        var captions = figure == null
                ? Stream.<Element>empty()
                : figure
                        .select("figcaption, .caption, .wp-caption-text, small, [class*=credit], [class*=photographer]")
                        .stream();
        return Stream.concat(
                        Stream.of(image.attr("data-credit"), image.attr("data-photographer")),
                        captions.map(Element::text))
                .map(Plain::line)
                .flatMap(text -> named(text).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> named(String caption) {
        var credit = CREDIT.matcher(caption);
        return credit.find()
                ? Optional.of(credit.group(1) == null ? credit.group(2) : credit.group(1))
                        .map(String::strip)
                : Optional.empty();
    }
}
