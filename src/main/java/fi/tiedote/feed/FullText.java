package fi.tiedote.feed;

import fi.tiedote.release.Contact;
import fi.tiedote.release.Release;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A release's body with the people to ask below it, whom journalists look for first. */
class FullText {
    private FullText() {}

    /** @param heading of the people, in the release's language */
    static String of(Release release, String heading) {
        if (release.contacts().isEmpty()) {
            return release.bodyHtml();
        }
        var document = Document.createShell("");
        document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        document.body().appendElement("h2").text(heading);
        var list = document.body().appendElement("ul");
        release.contacts().forEach(contact -> add(list.appendElement("li"), contact));
        return release.bodyHtml() + document.body().html();
    }

    private static void add(Element row, Contact contact) {
        row.text(Stream.of(contact.name(), contact.title(), contact.organisation())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")));
        link(row, "tel:" + contact.telephone().replaceAll("[^+0-9]", ""), contact.telephone());
        link(row, "mailto:" + contact.email(), contact.email());
    }

    private static void link(Element row, String address, String text) {
        if (!text.isEmpty()) {
            row.appendText(row.text().isEmpty() ? "" : ", ");
            row.appendElement("a").attr("href", address).text(text);
        }
    }
}
