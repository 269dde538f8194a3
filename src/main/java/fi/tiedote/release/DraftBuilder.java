package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A draft in the making, or one with some things said anew. What nobody says is empty; it is announced. */
public class DraftBuilder {
    private String source;
    private final String item;
    private String content;
    private final Language language;
    private @Nullable URI url;
    private String title = "";
    private String lead = "";
    private String bodyHtml = "";
    private @Nullable Instant publishedAt;
    private @Nullable Instant updatedAt;
    private @Nullable Instant embargoUntil;
    private Set<String> topics = Set.of();
    private Set<String> areas = Set.of();
    private List<Contact> contacts = List.of();
    private List<Attachment> attachments = List.of();
    private boolean announced = true;
    private List<Match> matches = List.of();
    private Set<URI> translations = Set.of();
    private String doubt = "";

    public DraftBuilder(String source, String item, Language language) {
        this.source = source;
        this.item = item;
        this.content = item;
        this.language = language;
    }

    public DraftBuilder(Draft draft) {
        this.source = draft.source();
        this.item = draft.item();
        this.content = draft.content();
        this.language = draft.language();
        this.url = draft.url();
        this.title = draft.title();
        this.lead = draft.lead();
        this.bodyHtml = draft.bodyHtml();
        this.publishedAt = draft.publishedAt();
        this.updatedAt = draft.updatedAt();
        this.embargoUntil = draft.embargoUntil();
        this.topics = draft.topics();
        this.areas = draft.areas();
        this.contacts = draft.contacts();
        this.attachments = draft.attachments();
        this.announced = draft.announced();
        this.matches = draft.matches();
        this.translations = draft.translations();
        this.doubt = draft.doubt();
    }

    public DraftBuilder source(String source) {
        this.source = source;
        return this;
    }

    /** @param content what its language versions share */
    public DraftBuilder content(String content) {
        this.content = content;
        return this;
    }

    public DraftBuilder url(@Nullable URI url) {
        this.url = url;
        return this;
    }

    public DraftBuilder title(String title) {
        this.title = title;
        return this;
    }

    public DraftBuilder lead(String lead) {
        this.lead = lead;
        return this;
    }

    public DraftBuilder body(String html) {
        this.bodyHtml = html;
        return this;
    }

    public DraftBuilder published(@Nullable Instant moment) {
        this.publishedAt = moment;
        return this;
    }

    public DraftBuilder updated(@Nullable Instant moment) {
        this.updatedAt = moment;
        return this;
    }

    public DraftBuilder embargoed(@Nullable Instant until) {
        this.embargoUntil = until;
        return this;
    }

    public DraftBuilder topics(Set<String> topics) {
        this.topics = topics;
        return this;
    }

    public DraftBuilder areas(Set<String> areas) {
        this.areas = areas;
        return this;
    }

    public DraftBuilder contacts(List<Contact> contacts) {
        this.contacts = contacts;
        return this;
    }

    public DraftBuilder attachments(List<Attachment> attachments) {
        this.attachments = attachments;
        return this;
    }

    public DraftBuilder announced(boolean announced) {
        this.announced = announced;
        return this;
    }

    public DraftBuilder matches(List<Match> matches) {
        this.matches = matches;
        return this;
    }

    public DraftBuilder translations(Set<URI> others) {
        this.translations = others;
        return this;
    }

    public DraftBuilder doubt(String doubt) {
        this.doubt = doubt;
        return this;
    }

    public Draft build() {
        return new Draft(
                source,
                item,
                content,
                language,
                url,
                title,
                lead,
                bodyHtml,
                publishedAt,
                updatedAt,
                embargoUntil,
                topics,
                areas,
                contacts,
                attachments,
                announced,
                matches,
                translations,
                doubt);
    }
}
