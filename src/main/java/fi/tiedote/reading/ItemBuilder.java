package fi.tiedote.reading;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item in the making, or one with some things said anew. What nobody says is empty. */
public class ItemBuilder {
    private String id;
    private @Nullable Language language;
    private String tongue = "";
    private @Nullable URI url;
    private String title = "";
    private String lead = "";
    private String bodyHtml = "";
    private String author = "";
    private @Nullable Instant publishedAt;
    private @Nullable Instant updatedAt;
    private Set<String> categories = Set.of();
    private List<Contact> contacts = List.of();
    private List<Attachment> attachments = List.of();
    private String embargo = "";
    private Set<URI> translations = Set.of();

    public ItemBuilder(String id) {
        this.id = id;
    }

    public ItemBuilder(Item item) {
        this.id = item.id();
        this.language = item.language();
        this.tongue = item.tongue();
        this.url = item.url();
        this.title = item.title();
        this.lead = item.lead();
        this.bodyHtml = item.bodyHtml();
        this.author = item.author();
        this.publishedAt = item.publishedAt();
        this.updatedAt = item.updatedAt();
        this.categories = item.categories();
        this.contacts = item.contacts();
        this.attachments = item.attachments();
        this.embargo = item.embargo();
        this.translations = item.translations();
    }

    public ItemBuilder id(String id) {
        this.id = id;
        return this;
    }

    /** @param tongue as the item itself has it */
    ItemBuilder language(@Nullable Language language, String tongue) {
        this.tongue = tongue;
        return language(language);
    }

    ItemBuilder language(@Nullable Language language) {
        this.language = language;
        return this;
    }

    public ItemBuilder url(@Nullable URI url) {
        this.url = url;
        return this;
    }

    public ItemBuilder title(String title) {
        this.title = title;
        return this;
    }

    ItemBuilder lead(String lead) {
        this.lead = lead;
        return this;
    }

    ItemBuilder body(Body body) {
        this.bodyHtml = body.html();
        return contacts(body.contacts());
    }

    ItemBuilder author(String author) {
        this.author = author;
        return this;
    }

    ItemBuilder published(@Nullable Instant moment) {
        this.publishedAt = moment;
        return this;
    }

    ItemBuilder updated(@Nullable Instant moment) {
        this.updatedAt = moment;
        return this;
    }

    ItemBuilder categories(Set<String> categories) {
        this.categories = categories;
        return this;
    }

    ItemBuilder contacts(List<Contact> contacts) {
        this.contacts = contacts;
        return this;
    }

    ItemBuilder attachments(List<Attachment> attachments) {
        this.attachments = attachments;
        return this;
    }

    /** @param said as the source has it: a moment, or a sentence about it */
    ItemBuilder embargo(String said) {
        this.embargo = said;
        return this;
    }

    ItemBuilder translations(Set<URI> others) {
        this.translations = others;
        return this;
    }

    public Item build() {
        return new Item(
                id,
                language,
                tongue,
                url,
                title,
                lead,
                bodyHtml,
                author,
                publishedAt,
                updatedAt,
                categories,
                contacts,
                attachments,
                embargo,
                translations);
    }
}
