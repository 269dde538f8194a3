package fi.tiedote.reading;

import fi.tiedote.release.Attachment;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An item without what is about it rather than in it: embargo, dateline, frame of the page.
 *
 * @param text what a browser shows of the body
 */
public record Understood(
        String title,
        String lead,
        String bodyHtml,
        String text,
        List<Attachment> attachments,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        Embargo embargo) {

    /** @param names of places and of the city, as they are written */
    public static Understood of(Item item, ZoneId zone, Instant now, Collection<String> names) {
        var base = item.url() == null ? "" : item.url().toString();
        var body = Jsoup.parseBodyFragment(item.bodyHtml(), base);
        body.outputSettings().prettyPrint(false);
        var copied = item.lead().equals(Plain.line(body.body().text()));
        var frame = Framing.cut(body.body(), List.of(item.title(), item.author()), zone);
        var published = item.publishedAt() == null ? frame.publishedAt() : item.publishedAt();
        var wait = Waiting.cut(item, body.body(), published == null ? now : published, zone);
        var rows = Printed.rows(body.body());
        var title = Capitals.lowered(wait.title(), item.language(), rows, names);
        return new Understood(
                title,
                copied ? "" : wait.lead(),
                body.body().html().strip(),
                Plain.line(body.body().text()),
                attachments(item, body.body()),
                published,
                item.updatedAt() == null ? frame.updatedAt() : item.updatedAt(),
                wait.embargo());
    }

    private static List<Attachment> attachments(Item item, Element body) {
        var all = new ArrayList<>(item.attachments());
        for (var found : Pictured.in(body)) {
            var at = indexOf(all, found.url());
            if (at < 0) {
                all.add(found);
            } else {
                all.set(at, merged(all.get(at), found));
            }
        }
        return all.stream()
                .filter(file -> Links.isWeb(file.url()) || file.hasKeptFile())
                .toList();
    }

    private static int indexOf(List<Attachment> all, URI url) {
        for (var at = 0; at < all.size(); at++) {
            if (all.get(at).url().equals(url)) {
                return at;
            }
        }
        return -1;
    }

    private static Attachment merged(Attachment given, Attachment found) {
        return new Attachment(
                given.url(),
                given.type().isEmpty() ? found.type() : given.type(),
                given.bytes(),
                given.alt().isEmpty() ? found.alt() : given.alt(),
                given.credit().isEmpty() ? found.credit() : given.credit());
    }
}
