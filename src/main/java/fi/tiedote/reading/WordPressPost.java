package fi.tiedote.reading;

import fi.tiedote.release.Attachment;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One post of WordPress' REST API, with what {@code _embed} adds. */
public record WordPressPost(Fields post, Origin origin) {
    /** An excerpt that WordPress has cut itself says nothing that the text does not say. */
    private static final Pattern CUT = Pattern.compile("(?s).*(?:\\[(?:…|\\.\\.\\.)]|\\[?…]?)$");

    private static final Set<String> NO_LABELS = Set.of("language", "post_translations", "post_format");

    /** The guid is what the site's feed has, too; it never changes. */
    public Item item() {
        var base = origin.url().toString();
        var link = Links.resolve(base, post.text("link"));
        var body = Body.of(post.text("content.rendered"), link.isEmpty() ? base : link);
        var title = post.plain("title.rendered");
        var tongue = post.text("lang", "polylang_current_lang", "wpml_current_locale", "locale");
        return new ItemBuilder(Identity.of(post.text("guid.rendered", "id"), link, title, body.text()))
                .language(Tongue.among(origin.language(), tongue, "", title, body.text()), tongue)
                .url(Links.uri(link))
                .title(title)
                .lead(lead())
                .body(body)
                .author(post.plain("_embedded.author.0.name"))
                .published(moment("date"))
                .updated(moment("modified"))
                .categories(labels())
                .attachments(pictures())
                .translations(Translations.of(post, origin, post.text("guid.rendered")))
                .build();
    }

    private String lead() {
        var lead = post.plain("excerpt.rendered");
        return CUT.matcher(lead).matches() ? "" : lead;
    }

    /** Times of {@code …_gmt} are UTC and do not say so. */
    private @Nullable Instant moment(String name) {
        var utc = post.text(name + "_gmt");
        return (utc.isEmpty()
                        ? Dates.moment(post.text(name), origin.zone())
                        : Dates.moment(utc.matches(".*[Zz+].*") ? utc : utc + "Z", null))
                .orElse(null);
    }

    private Set<String> labels() {
        return post.all("_embedded.wp:term").stream()
                .flatMap(taxonomy -> taxonomy.node().valueStream().map(Fields::new))
                .filter(term -> !NO_LABELS.contains(term.text("taxonomy")))
                .filter(term -> !term.text("slug").equals("uncategorized"))
                .map(term -> term.plain("name"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Attachment> pictures() {
        return post.all("_embedded.wp:featuredmedia").stream()
                .filter(media -> Links.uri(media.text("source_url")) != null)
                .map(this::picture)
                .toList();
    }

    private Attachment picture(Fields media) {
        return new Attachment(
                Links.required(Links.resolve(origin.url().toString(), media.text("source_url"))),
                media.text("mime_type"),
                media.number("media_details.filesize"),
                media.plain("alt_text"),
                media.plain("media_details.image_meta.credit", "caption.rendered"));
    }
}
