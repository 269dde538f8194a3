package fi.tiedote.reading;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Says what a page is headed: its own heading where anything else agrees with it. */
class Headline {
    private static final Pattern SITE = Pattern.compile("\\s+[|–—·»-]\\s+[^|–—·»]{1,60}$|\\s*\\|\\s*[^|]{1,60}$");

    private Headline() {}

    /** @param listed as the list has it; empty where there is none */
    static String of(Page page, String listed) {
        var headings = page.document().select("h1").stream()
                .map(Element::text)
                .map(Plain::line)
                .filter(heading -> !heading.isEmpty())
                .toList();
        var others = Stream.of(
                        page.graph().article().plain("headline", "name"),
                        page.meta("og:title", "twitter:title", "dc.title"),
                        listed,
                        Plain.line(page.document().title()))
                .filter(title -> !title.isBlank())
                .toList();
        return headings.stream()
                .filter(heading -> others.stream().anyMatch(title -> agree(heading, title)))
                .findFirst()
                .or(() -> others.stream()
                        .map(title ->
                                others.size() == 1 && headings.size() == 1 ? headings.get(0) : withoutSite(title, page))
                        .findFirst())
                .or(() -> headings.stream().findFirst())
                .orElse("");
    }

    /** One begins as the other does: lists shorten, and the title of a window has the site's name behind it. */
    private static boolean agree(String heading, String title) {
        var one = Plain.letters(heading);
        var other = Plain.letters(title);
        return one.length() > 2 && (other.startsWith(one) || (other.length() > 15 && one.startsWith(other)));
    }

    private static String withoutSite(String title, Page page) {
        var site = page.meta("og:site_name");
        var bare = site.isEmpty()
                ? title
                : title.replaceFirst("(?iu)\\s*[|–—·»-]\\s*" + Pattern.quote(site) + "\\s*$", "");
        return bare.equals(title) ? SITE.matcher(title).replaceFirst("") : bare;
    }
}
