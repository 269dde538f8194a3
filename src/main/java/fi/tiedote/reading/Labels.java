package fi.tiedote.reading;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What a feed files an item under. */
class Labels {
    private Labels() {}

    static Set<String> of(Branch item) {
        var labels = new LinkedHashSet<String>();
        item.all("category", "atom:category", "dc:subject", "media:category")
                .map(Labels::label)
                .forEach(labels::add);
        item.all("itunes:category")
                .flatMap(Labels::nested)
                .map(category -> category.attr("text").strip())
                .forEach(labels::add);
        item.all("itunes:keywords", "media:keywords").flatMap(Labels::words).forEach(labels::add);
        labels.remove("");
        return labels;
    }

    private static String label(Element category) {
        var text = shown(Branch.line(category));
        return Stream.of(category.attr("term"), text, category.attr("label"))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Some put names in sections that are escaped already. */
    private static String shown(String text) {
        return Plain.isMarkup(text) ? Plain.ofHtml(text) : text;
    }

    /** A category of Apple has its own inside. */
    private static Stream<Element> nested(Element category) {
        return category.getAllElements().stream()
                .filter(each -> each.tag().localName().equals("category"));
    }

    private static Stream<String> words(Element keywords) {
        return Stream.of(Branch.line(keywords).split(",")).map(String::strip);
    }
}
