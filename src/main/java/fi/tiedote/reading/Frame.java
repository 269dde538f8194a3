package fi.tiedote.reading;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What stands around the content of a page: navigation, notices, buttons, what else there is to read. */
class Frame {
    private static final String NEVER_CONTENT = "script, style, noscript, template, iframe, object, embed, svg, form,"
            + " button, input, select, textarea, dialog, nav, [hidden], [role=navigation], [role=search], [role=menu],"
            + " [role=dialog], [role=alertdialog], [role=contentinfo], [role=banner], [role=complementary], aside,"
            + " .sr-only, .visually-hidden, .screen-reader-text, [aria-hidden=true]:not(img)";
    private static final Set<String> WHOLE = Set.of("html", "body", "main", "article", "img", "h1", "time", "table");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:(?:main|site|page|top|sub|side|foot|head)?"
                    + "(?:nav|navi|navigation|navbar|menu|valikko|meny)|breadcrumbs?|murupolku|brodsmulor|site-?header|site-?footer"
                    + "|footer|alatunniste|cookies?|cookie-?\\w+|evaste\\w*|consent|gdpr|share|sharing|share-?\\w+|jaa|jako|dela"
                    + "|social|some|somejako|addtoany|addthis|related|related-?\\w+|liittyvat|relaterade|comments?|comments?-?\\w+"
                    + "|kommentit|kommentarer|respond|sidebar|sivupalkki|sidopanel|pager|pagination|sivutus|newsletter|subscribe"
                    + "|skip-?links?|skip|toolbar|toast|modal|popup|promo|advert\\w*|ads?|tulosta|print|language-?\\w*|kielivalinta"
                    + "|feedback|palaute|reagoi|like-?button|muut-?uutiset|lue-?myos|read-?more|search|haku)(?:$|[\\s_-])");
    private static final Pattern INTRODUCED =
            Pattern.compile("(?iu)(?:lue myös|katso myös|aiheeseen liittyvää|muut uutiset"
                    + "|muita uutisia|lisää uutisia|uusimmat uutiset|viimeisimmät uutiset|läs också|läs även|läs mer|andra nyheter|fler nyheter"
                    + "|relaterade? \\w+|related \\w+|read also|read more|more news|other news|latest news|jaa|jaa \\w+|dela|dela \\w+"
                    + "|share|share \\w+|kommentit|kommentarer|comments|siirry arkistoon|till arkivet).{0,10}");

    private Frame() {}

    /** Takes it away; what holds the heading or most of the text is kept, whatever it is called. */
    static void cut(Element body) {
        var prose = new Prose(body);
        body.select(NEVER_CONTENT).stream()
                .filter(element -> !element.is("body, form, aside, [role=complementary]") || !prose.isMain(element))
                .forEach(Element::remove);
        body.select("header, footer").stream()
                .filter(element -> element.closest("article, main, [role=main]") == null)
                .filter(element -> !prose.isMain(element))
                .forEach(Element::remove);
        body.select("[class], [id]").stream()
                .filter(element -> isNamed(element) && !WHOLE.contains(element.normalName()))
                .filter(element -> !prose.isMain(element))
                .forEach(Element::remove);
    }

    /** A heading or a line that announces other things to read, or ways to share. */
    static boolean introducesOthers(String line) {
        return INTRODUCED.matcher(line).matches();
    }

    static boolean isNamed(Element element) {
        return NAMED.matcher(element.className() + " " + element.id()).find();
    }
}
