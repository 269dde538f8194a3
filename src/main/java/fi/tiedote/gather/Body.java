package fi.tiedote.gather;

import fi.tiedote.release.Contact;
import java.util.List;
import org.jsoup.Jsoup;

/**
 * The text of an item.
 *
 * @param html unsafe, with absolute addresses and without the people to ask
 * @param text what a browser shows of it
 * @param contacts the people to ask
 */
record Body(String html, String text, List<Contact> contacts) {
    static final Body NONE = new Body("", "", List.of());

    static Body of(String html, String base) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return new Body(html.strip(), Plain.line(html), List.of());
        }
        var document = Jsoup.parseBodyFragment(html, base);
        document.outputSettings().prettyPrint(false);
        var body = document.body();
        Links.resolveAll(body, body.baseUri());
        var text = Plain.line(body.text());
        var contacts = Askable.cut(body, text);
        return new Body(body.html().strip(), text, contacts);
    }
}
