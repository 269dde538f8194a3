package fi.tiedote.reading;

import fi.tiedote.release.Contact;
import java.util.List;
import org.jsoup.nodes.Element;

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
        var body = Fragment.body(html, base);
        Links.resolveAll(body, base(body, base));
        var text = Plain.line(body.text());
        var contacts = Askable.cut(body, text);
        return new Body(Written.inside(body).strip(), text, contacts);
    }

    /** HTML of a page brings its own. */
    private static String base(Element body, String feeds) {
        var own = body.selectFirst("base[href]");
        return own == null ? feeds : Links.resolve(feeds, own.attr("href"));
    }
}
