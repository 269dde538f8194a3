package fi.tiedote.feed;

import fi.tiedote.city.Language;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Term;
import java.util.List;
import org.jdom2.Element;

/** The feeds of each topic and area in each language as OPML 2.0, which feed readers take in at once. */
record Opml(Links links, Wording wording) {
    static final String PATH = "/feeds/releases.opml";
    static final String MEDIA_TYPE = "text/x-opml";

    byte[] write() {
        var body = new Element("body");
        for (var language : Language.values()) {
            body.addContent(feeds(language));
        }
        var head = new Element("head")
                .addContent(new Element("title").setText(wording.title(Scope.of(Selection.EVERYTHING))))
                .addContent(new Element("docs").setText("https://opml.org/spec2.opml"));
        return Xml.bytes(new Element("opml").setAttribute("version", "2.0").addContent(List.of(head, body)));
    }

    private Element feeds(Language language) {
        var vocabulary = wording.vocabulary();
        var folder = new Element("outline").setAttribute("text", wording.author(language));
        folder.addContent(feed(select(language, List.of(), List.of()), language));
        vocabulary.topics().stream()
                .map(Term::slug)
                .forEach(topic -> folder.addContent(feed(select(language, List.of(topic), List.of()), language)));
        vocabulary.areas().stream()
                .map(Term::slug)
                .forEach(area -> folder.addContent(feed(select(language, List.of(), List.of(area)), language)));
        return folder;
    }

    private Element feed(Selection selection, Language language) {
        var title = wording.title(Scope.of(selection));
        return new Element("outline")
                .setAttribute("type", "rss")
                .setAttribute("text", title)
                .setAttribute("title", title)
                .setAttribute("language", language.code())
                .setAttribute("htmlUrl", links.home())
                .setAttribute("xmlUrl", links.feed(Format.RSS, FeedQuery.of(selection)));
    }

    private static Selection select(Language language, List<String> topics, List<String> areas) {
        return new Selection(List.of(language), topics, areas, "");
    }
}
