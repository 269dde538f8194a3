package fi.tiedote.reading;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A release that somebody wrote as a file of its own: a title, perhaps a line with its date, and the text. */
class Composed {
    private static final int LONGEST_TITLE = 300;
    private static final String LINES = "h1, h2, h3, h4, p, li, td";

    private final Format format;
    private final Origin origin;
    private final FileName name;
    private final FrontMatter front;

    Composed(Format format, Origin origin, FrontMatter front) {
        this.format = format;
        this.origin = origin;
        this.name = FileName.of(origin.url().getPath());
        this.front = front;
    }

    /** @param body what the title and the date are taken out of */
    Reading reading(Element body, List<Attachment> attachments, List<String> problems) {
        var title = title(body);
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            return new Unreadable("it has no title: begin with one, as a heading or on a line of its own");
        }
        var dated = front.moment(origin.zone(), "published", "date", "publishedAt", "julkaistu", "publicerad")
                .or(() -> first(body).flatMap(line -> DateLine.moment(line.text(), origin.zone())
                        .map(moment -> {
                            line.remove();
                            return moment;
                        })));
        var text = Body.of(body.html(), "");
        if (text.text().isEmpty() && attachments.isEmpty()) {
            return new Unreadable("it has a title and no text");
        }
        var item = new ItemBuilder(name.item())
                .language(Tongue.first(language(), origin.language(), title, text.text()))
                .title(title)
                .lead(front.text("lead", "ingress", "summary", "description", "excerpt"))
                .body(text)
                .author(front.text("author", "byline"))
                .published(dated.orElse(null))
                .updated(front.moment(origin.zone(), "updated", "modified", "lastmod")
                        .orElse(null))
                .categories(front.words("tags", "categories", "topics", "keywords"))
                .attachments(attachments)
                .embargo(front.text("embargo"))
                .build();
        return new Document(format, Channel.NONE, List.of(item), problems);
    }

    private @Nullable Language language() {
        var said = Language.of(Tongue.tag(front.text("language", "lang", "locale")));
        return name.language() == null ? said.orElse(null) : name.language();
    }

    private String title(Element body) {
        var said = Plain.line(front.text("title", "otsikko", "rubrik"));
        var line = first(body);
        var first = line.map(each -> Plain.line(each.text())).orElse("");
        if (said.isEmpty() || first.equals(said)) {
            line.filter(each -> first.length() <= LONGEST_TITLE).ifPresent(Element::remove);
        }
        return said.isEmpty() ? first : said;
    }

    private static Optional<Element> first(Element body) {
        return body.select(LINES).stream()
                .filter(line -> !line.text().isBlank())
                .findFirst();
    }
}
