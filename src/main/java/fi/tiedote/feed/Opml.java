package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import java.util.List;
import java.util.function.Function;
import org.jdom2.Element;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** OPML 2.0 of the feeds that most people want: all, and each topic and area, in each language; readers import it. */
@RestController
class Opml {
    private static final String TYPE = "text/x-opml; charset=utf-8";

    private final Links links;
    private final Wording wording;
    private final Vocabulary vocabulary;
    private final Phrases phrases;

    Opml(City city, Vocabulary vocabulary, Phrases phrases) {
        this.links = new Links(city);
        this.wording = new Wording(city, vocabulary, phrases);
        this.vocabulary = vocabulary;
        this.phrases = phrases;
    }

    @GetMapping("/feeds/releases.opml")
    ResponseEntity<byte[]> all() {
        var opml = new Element("opml").setAttribute("version", "2.0");
        opml.addContent(
                new Element("head").addContent(new Element("title").setText(wording.title(Selection.EVERYTHING))));
        var body = new Element("body");
        List.of(Language.values()).forEach(language -> body.addContent(of(language)));
        return ResponseEntity.ok()
                .header("Content-Type", TYPE)
                .cacheControl(CacheControl.maxAge(Editions.AGE_LIMIT).cachePublic())
                .body(Xml.bytes(opml.addContent(body)));
    }

    private Element of(Language language) {
        var group = new Element("outline").setAttribute("text", wording.author(language));
        group.addContent(feed(phrases.say(language, "feed.releases"), choice(language, List.of(), List.of())));
        addAll(group, vocabulary.topics(), language, slug -> choice(language, List.of(slug), List.of()));
        addAll(group, vocabulary.areas(), language, slug -> choice(language, List.of(), List.of(slug)));
        return group;
    }

    private void addAll(Element group, List<Term> terms, Language language, Function<String, Selection> selection) {
        terms.forEach(term -> group.addContent(feed(term.names().in(language), selection.apply(term.slug()))));
    }

    private Element feed(String name, Selection selection) {
        return new Element("outline")
                .setAttribute("type", "rss")
                .setAttribute("text", name)
                .setAttribute("title", wording.title(selection))
                .setAttribute("xmlUrl", links.feed(Format.RSS, FeedQuery.of(selection)))
                .setAttribute("htmlUrl", links.home());
    }

    private static Selection choice(Language language, List<String> topics, List<String> areas) {
        return new Selection(List.of(language), topics, areas, "");
    }
}
