package fi.tiedote.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * What the paragraphs of a Word document are: headings, items of lists, or neither.
 *
 * @param names of styles by their ids, in lower case and without spaces: ids are of the author's language, names are
 *     English in every one
 * @param numbered ids of the lists whose items have numbers
 */
record WordStyles(Map<String, String> names, Set<String> numbered) {
    private static final Pattern NUMBERED = Pattern.compile("listnumber|numeroituluettelo|numreradlista");
    private static final Pattern LIST = Pattern.compile("listbullet|merkittyluettelo|punktlista|" + NUMBERED);
    private static final Pattern KNOWN = Pattern.compile("heading[1-6]$|title$|list(?:bullet|number)");
    private static final Pattern TITLE = Pattern.compile("title|otsikko|rubrik");
    private static final Pattern HEADING = Pattern.compile("(?:heading|otsikko|rubrik)[1-6]");
    private static final Set<String> UNNUMBERED = Set.of("", "bullet", "none");

    static WordStyles of(Element styles, Element numbering) {
        var names = new HashMap<String, String>();
        for (var style : styles.getElementsByTag("w:style")) {
            var name = style.select("> w|name").attr("w:val").toLowerCase(Locale.ROOT);
            names.put(style.attr("w:styleId"), name.replace(" ", ""));
        }
        var forms = numbering.getElementsByTag("w:abstractNum").stream()
                .filter(form ->
                        !UNNUMBERED.contains(form.select("> w|lvl > w|numFmt").attr("w:val")))
                .map(form -> form.attr("w:abstractNumId"))
                .collect(Collectors.toSet());
        var numbered = numbering.getElementsByTag("w:num").stream()
                .filter(list -> forms.contains(list.select("> w|abstractNumId").attr("w:val")))
                .map(list -> list.attr("w:numId"))
                .collect(Collectors.toSet());
        return new WordStyles(names, numbered);
    }

    /** The element of HTML. */
    String tag(Element paragraph) {
        var style = style(paragraph);
        if (TITLE.matcher(style).matches()) {
            return "h1";
        }
        if (HEADING.matcher(style).matches()) {
            return "h" + style.charAt(style.length() - 1);
        }
        return isItem(paragraph, style) ? "li" : "p";
    }

    boolean isNumbered(Element paragraph) {
        var list = list(paragraph);
        return numbered.contains(list)
                || (list.isEmpty() && NUMBERED.matcher(style(paragraph)).lookingAt());
    }

    /** The list with the number 0 is none (ECMA-376-1 §17.9.18). */
    private static boolean isItem(Element paragraph, String style) {
        var isListed = !paragraph.select("> w|pPr > w|numPr").isEmpty()
                || LIST.matcher(style).lookingAt();
        return isListed && !list(paragraph).equals("0");
    }

    private static String list(Element paragraph) {
        return paragraph.select("> w|pPr > w|numPr > w|numId").attr("w:val");
    }

    private String style(Element paragraph) {
        var id = paragraph.select("> w|pPr > w|pStyle").attr("w:val");
        var name = names.getOrDefault(id, "");
        return KNOWN.matcher(name).lookingAt() ? name : id.toLowerCase(Locale.ROOT);
    }
}
