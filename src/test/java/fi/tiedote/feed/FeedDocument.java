package fi.tiedote.feed;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** What tests look for in a feed, read by parsers that did not write it. */
class FeedDocument {
    private FeedDocument() {}

    static List<String> ids(Format format, byte[] page) throws Exception {
        return switch (format) {
            case RSS -> texts(dom(page), "guid");
            case ATOM -> texts(dom(page), "id").stream().skip(1).toList();
            case NINJS ->
                JsonMapper.shared()
                        .readTree(page)
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("uri").asString())
                        .toList();
            case JSON ->
                JsonMapper.shared()
                        .readTree(page)
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("id").asString())
                        .toList();
        };
    }

    static String next(Format format, byte[] page) throws Exception {
        return switch (format) {
            case JSON -> JsonMapper.shared().readTree(page).path("next_url").asString("");
            case NINJS -> JsonMapper.shared().readTree(page).path("next").asString("");
            case RSS -> link(dom(page), "next").stream().findFirst().orElse("");
            case ATOM -> link(dom(page), "prev-archive").stream().findFirst().orElse("");
        };
    }

    static Document dom(byte[] feed) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(feed));
    }

    static List<String> texts(Document feed, String name) {
        return elements(feed, name).map(Element::getTextContent).toList();
    }

    static List<String> link(Document feed, String relation) {
        return Stream.of("link", "atom:link")
                .flatMap(name -> elements(feed, name))
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    static Stream<Element> elements(Document feed, String name) {
        var found = feed.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
    }
}
