package fi.tiedote.reading;

import fi.tiedote.city.Language;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a release from its page: by rules, by what the page says for machines, by where its text is. */
public class Article {
    private static final Pattern OWN_NUMBER = Pattern.compile(".*(?:[?&]p=|[?&]page_id=|/node/)\\d+.*");

    private final Page page;
    private final PageRules rules;
    private final Row row;
    private final Set<URI> translations;
    private final Element root;

    /** Takes what it does not need out of the page. */
    public Article(Page page, PageRules rules, Row row) {
        this.page = page;
        this.rules = rules;
        this.row = row;
        this.translations = Translations.of(page);
        this.root = root();
    }

    /** Whether it says that it is one, or looks like it. */
    public boolean isOne() {
        return page.graph().hasArticle() || page.meta("og:type").equals("article") || published() != null;
    }

    public Item item() {
        var title = title();
        var published = published();
        var updated = new Moments(page, root).updated();
        var pictures = Pictures.of(page, root);
        Trimming.cut(root, title);
        var body = Body.of(root.html(), page.document().baseUri());
        var url = url();
        var tongue = page.language();
        var language = Tongue.among(page.origin().language(), "", tongue, title, body.text());
        return new ItemBuilder(id(url))
                .language(
                        language,
                        Language.of(tongue).filter(named -> named == language).isPresent() ? tongue : "")
                .url(url)
                .title(title)
                .lead(lead(body))
                .body(body)
                .author(author())
                .published(published)
                .updated(updated)
                .categories(categories())
                .attachments(pictures)
                .translations(translations)
                .build();
    }

    private Element root() {
        var body = page.document().body();
        rules.remove().forEach(pick -> pick.elements(body).toList().forEach(Element::remove));
        if (rules.content() != null) {
            var chosen = rules.content().elements(body).toList();
            if (chosen.size() == 1) {
                return chosen.get(0);
            }
            var all = new Element("div");
            chosen.forEach(part -> all.appendChild(part.clone()));
            return all;
        }
        Frame.cut(body);
        return new Prose(body).root();
    }

    private String title() {
        return picked(rules.title()).findFirst().orElseGet(() -> Headline.of(page, row.title()));
    }

    private @Nullable Instant published() {
        return picked(rules.date())
                .flatMap(text -> rules.moment(text, page.origin().zone()).stream())
                .findFirst()
                .orElseGet(() -> new Moments(page, root).published(row.moment()));
    }

    private String author() {
        return picked(rules.author())
                .findFirst()
                .or(() -> Stream.of(
                                page.graph().name("author", "creator"),
                                page.meta("author", "article:author", "dc.creator", "dcterms.creator"),
                                page.first("[itemprop=author], [rel=author]")
                                        .map(Element::text)
                                        .map(Plain::line)
                                        .orElse(""))
                        .filter(name -> !name.isEmpty() && !name.startsWith("http"))
                        .findFirst())
                .orElse("");
    }

    private Set<String> categories() {
        var found = picked(rules.category()).collect(Collectors.toCollection(LinkedHashSet::new));
        if (found.isEmpty()) {
            found.addAll(page.graph().article().words("articleSection", "keywords"));
            Stream.of("articleSection", "keywords")
                    .flatMap(name -> Stream.of(page.graph().article().text(name).split(",")))
                    .map(Plain::ofHtml)
                    .forEach(found::add);
            found.addAll(page.metas("article:section"));
            found.addAll(page.metas("article:tag"));
            page.document().select("a[rel~=tag]").eachText().forEach(found::add);
        }
        found.remove("");
        return found;
    }

    private Stream<String> picked(@Nullable Pick pick) {
        return pick == null ? Stream.empty() : pick.texts(page.document());
    }

    /** What the page calls its description, where that is not the beginning of its text. */
    private String lead(Body body) {
        return Stream.of(
                        row.lead(),
                        page.graph().article().plain("description"),
                        page.meta("og:description", "description"))
                .filter(lead -> lead.length() > 20)
                .filter(lead -> !lead.endsWith("…") && !lead.endsWith("...") && !lead.endsWith("[…]"))
                .filter(lead -> !body.text().startsWith(lead))
                .findFirst()
                .orElse("");
    }

    /** A canonical address is believed where it is plainly that of this page: some sites give every page the same. */
    private URI url() {
        var own = page.origin().url();
        var canonical = page.first("link[rel=canonical]")
                .map(link -> Links.absolute(own, link.attr("href")))
                .filter(url -> url.getHost().equalsIgnoreCase(own.getHost())
                        && lastWord(url).equals(lastWord(own)))
                .orElse(own);
        return Links.withoutTracking(canonical);
    }

    /** The number that a system gives a page stays when its address changes. */
    private String id(URI url) {
        var number = page.first("link[rel=shortlink]")
                .map(link -> link.attr("href"))
                .filter(link -> OWN_NUMBER.matcher(link).matches())
                .orElse("");
        return Identity.of(number, url.toString(), "", "");
    }

    private static String lastWord(URI url) {
        var segments = List.of(String.valueOf(url.getPath()).split("/"));
        return segments.isEmpty()
                ? ""
                : segments.get(segments.size() - 1) + Links.withoutTracking(url).getRawQuery();
    }
}
