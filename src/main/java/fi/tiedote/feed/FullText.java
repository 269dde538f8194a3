package fi.tiedote.feed;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import fi.tiedote.release.Contact;
import fi.tiedote.release.Release;
import fi.tiedote.release.State;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** The text of a release, ended by the people whom it names: journalists look for them first. */
record FullText(Wording wording) {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,}");

    /** HTML; the body alone where nobody is named. */
    String of(Release release) {
        var people = release.contacts().stream()
                .map(FullText::person)
                .filter(not(String::isEmpty))
                .collect(joining("</li><li>"));
        return people.isEmpty()
                ? body(release)
                : body(release) + "<h2>"
                        + escaped(wording.phrases().say(release.language(), "release.contacts"))
                        + "</h2><ul><li>" + people + "</li></ul>";
    }

    /** Without the people; what may not be published yet says so before it says anything else. */
    String body(Release release) {
        var body = Absolute.html(release.bodyHtml(), release.url());
        return release.state() == State.EMBARGOED
                ? "<p><strong>" + escaped(wording.embargo(release)) + "</strong></p>" + body
                : body;
    }

    private static String person(Contact contact) {
        return Stream.of(
                        escaped(contact.name()),
                        escaped(contact.title()),
                        escaped(contact.organisation()),
                        telephone(contact.telephone()),
                        email(contact.email()))
                .filter(not(String::isEmpty))
                .collect(joining(", "));
    }

    private static String telephone(String given) {
        var number = given.replaceAll("[^+0-9]", "");
        return NUMBER.matcher(number).matches() ? link("tel:" + number, given) : escaped(given);
    }

    private static String email(String given) {
        return ADDRESS.matcher(given).matches() ? link("mailto:" + given, given) : escaped(given);
    }

    private static String link(String address, String text) {
        return "<a href=\"" + address + "\">" + escaped(text) + "</a>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
