package fi.tiedote.reading;

import fi.tiedote.release.Attachment;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of one release.
 *
 * @param url where its page is
 * @param title plain; empty where the list has none
 * @param moment when it was published; null where the list does not say it
 * @param lead plain; empty where the list has none
 * @param stamp changes when the list says something else of it, which makes its page worth another fetch
 */
public record Row(URI url, String title, @Nullable Instant moment, String lead, String stamp) {
    private static final int LONGEST_TITLE = 500;

    Row(URI url, String title, @Nullable Instant moment, String lead) {
        this(
                url,
                title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
                moment,
                lead,
                Identity.hash(title + "\n" + moment));
    }

    /** A page of which nothing else is known. */
    static Row of(URI url) {
        return new Row(url, "", null, "");
    }

    /** The release, where its page is not read. */
    public Item item() {
        return item(Body.NONE, "", Set.of());
    }

    Item item(Body body, String author, Set<String> categories) {
        return new ItemBuilder(Identity.of("", url.toString(), "", ""))
                .language(Tongue.of(title + " " + lead + " " + body.text()).orElse(null))
                .url(url)
                .title(title)
                .lead(lead)
                .body(body)
                .author(author)
                .published(moment)
                .categories(categories)
                .attachments(
                        FileTypes.isDocument(url.toString())
                                ? List.of(new Attachment(url, FileTypes.of(url.toString()), 0, title, ""))
                                : List.of())
                .build();
    }
}
