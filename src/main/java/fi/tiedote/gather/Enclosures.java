package fi.tiedote.gather;

import fi.tiedote.release.Attachment;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The files and pictures that a feed hangs onto an item: enclosures of RSS and Atom, Media RSS. */
class Enclosures {
    private final Branch item;
    private final Map<URI, Attachment> found = new LinkedHashMap<>();

    private Enclosures(Branch item) {
        this.item = item;
    }

    /** Each address once. */
    static List<Attachment> of(Branch item) {
        var enclosures = new Enclosures(item);
        item.all("enclosure").forEach(element -> enclosures.add(element, "url", "length"));
        item.all("enclosure", "link", "atom:link")
                .filter(link -> Anchors.relation(link).equals("enclosure") || link.nameIs("enclosure"))
                .forEach(link -> enclosures.add(link, "href", "length"));
        enclosures.behindService();
        item.all("media:peerlink").forEach(link -> enclosures.add(link, "href", "length"));
        enclosures.addMedia(item);
        item.branches("media:group").forEach(enclosures::addMedia);
        return List.copyOf(enclosures.found.values());
    }

    /** A service that counts puts its own address before the file's, and tells that beside it. */
    private void behindService() {
        var original = item.first("feedburner:origenclosurelink")
                .map(link -> Links.uri(item.tree().named(link, Branch.line(link))))
                .orElse(null);
        if (original != null && found.size() == 1) {
            var counted = found.remove(found.keySet().iterator().next());
            found.put(original, new Attachment(original, counted.type(), counted.bytes(), "", ""));
        }
    }

    private void addMedia(Branch holder) {
        var contents = holder.branches("media:content").toList();
        contents.forEach(content -> addMedia(content, holder));
        Stream.concat(Stream.of(holder), contents.stream())
                .flatMap(branch -> branch.all("media:thumbnail"))
                .forEach(thumbnail -> add(thumbnail, "url", "filesize"));
    }

    private void addMedia(Branch content, Branch holder) {
        var alt = content.plain("media:description", "media:title");
        var credit = content.plain("media:credit");
        add(
                content.element(),
                "url",
                "filesize",
                alt.isEmpty() && holder != item ? holder.plain("media:description", "media:title") : alt,
                credit.isEmpty() ? holder.plain("media:credit") : credit);
    }

    private void add(Element element, String address, String size) {
        add(element, address, size, "", "");
    }

    private void add(Element element, String address, String size, String alt, String credit) {
        var written = element.attr(address).strip();
        var url = written.isEmpty() ? null : Links.uri(item.tree().named(element, written));
        if (url != null) {
            var type = element.attr("type").strip();
            found.putIfAbsent(url, new Attachment(url, type, bytes(element.attr(size)), alt, credit));
        }
    }

    private static long bytes(String size) {
        var digits = size.strip().replaceAll("(?<=\\d)[,\\h](?=\\d{3})", "");
        return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : 0;
    }
}
