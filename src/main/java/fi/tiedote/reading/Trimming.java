package fi.tiedote.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Cuts from the text of a page what its beginning repeats and what its end offers besides. */
class Trimming {
    private static final int LONGEST_OPENING = 10;
    private static final int LONGEST_LINE = 100;
    private static final Pattern DATE_WORDS = Pattern.compile(
            "(?iu)(?:julkaistu|julkaisupäivä|päivitetty|muokattu|publicera[dt]|publiceringsdatum|uppdatera[dt]|published|posted|updated"
                    + "|last|on|date|pvm|datum|klo|kl|at|ma|ti|ke|to|pe|la|su|mån|tis|ons|tors|fre|lör|sön|\\p{L}+(?:tai|taina|viikko|dag|day))");
    private static final Pattern HEADINGS = Pattern.compile("h[1-6]");

    private Trimming() {}

    static void cut(Element root, String title) {
        var leaves = leaves(root);
        leaves.stream()
                .limit(LONGEST_OPENING)
                .takeWhile(leaf -> isShort(leaf) || repeats(leaf, title))
                .filter(leaf -> repeats(leaf, title) || isDate(leaf.text()))
                .forEach(Element::remove);
        leaves.stream()
                .filter(leaf -> OtherNews.isFrame(Plain.line(leaf.text())))
                .filter(leaf -> leaf.selectFirst("a") != null || leaf.closest("a") != null)
                .forEach(Element::remove);
        for (var leaf : leaves(root)) {
            if (leaf.hasParent() && Frame.introducesOthers(Plain.line(leaf.text()))) {
                cutFrom(leaf, root);
            }
        }
    }

    /** What is introduced goes along, up to the next heading, where it is a list of links. */
    private static void cutFrom(Element heading, Element root) {
        var next = heading.nextElementSibling();
        while (next != null && !HEADINGS.matcher(next.normalName()).matches() && isLinks(next)) {
            var after = next.nextElementSibling();
            next.remove();
            next = after;
        }
        var parent = heading.parent();
        heading.remove();
        if (parent != null && !parent.equals(root) && parent.hasParent() && isLinks(parent)) {
            parent.remove();
        }
    }

    /** Whether links are most of what it says. */
    private static boolean isLinks(Element element) {
        var linked = element.select("a").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return element.text().isBlank()
                || (linked * 10 >= element.text().length() * 6 && element.selectFirst("img, figure") == null);
    }

    private static boolean isShort(Element leaf) {
        return leaf.text().length() < LONGEST_LINE;
    }

    private static boolean repeats(Element leaf, String title) {
        var text = Plain.line(leaf.text());
        return !text.isEmpty() && TextForm.isOpening(text, title);
    }

    /** Nothing but a date and the words that go with one. */
    private static boolean isDate(String text) {
        var rest = text;
        for (var date = DateWords.in(rest, null); date.isPresent(); date = DateWords.in(rest, null)) {
            rest = date.get().cutFrom(rest);
            if (rest.isEmpty()) {
                return true;
            }
        }
        return !rest.equals(text)
                && DATE_WORDS
                        .matcher(rest)
                        .replaceAll("")
                        .replaceAll("[^\\p{L}\\p{N}]", "")
                        .isEmpty();
    }

    /** Blocks without blocks in them, in the order of the text. */
    static List<Element> leaves(Element root) {
        return root.getAllElements().stream()
                .filter(element -> !element.equals(root) && (element.isBlock() || element.nameIs("time")))
                .filter(element -> element.children().stream().noneMatch(Element::isBlock))
                .filter(element -> !element.text().isBlank())
                .toList();
    }
}
