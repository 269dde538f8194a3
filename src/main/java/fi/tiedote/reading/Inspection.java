package fi.tiedote.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.SafeHtml;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the gatherer makes of a file, to be printed.
 *
 * @param kind {@code rss}, {@code atom}, {@code json}, {@code text} or {@code html}; empty where it is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Inspection(String file, String kind, Feed feed, List<Found> releases, List<String> problems) {

    /** @param raw whether HTML stays as it is, scripts and all */
    public static Inspection of(String file, Reading reading, boolean raw) {
        if (reading instanceof Document document) {
            UnaryOperator<String> washed = raw ? UnaryOperator.identity() : SafeHtml::of;
            return new Inspection(
                    file,
                    document.format().code(),
                    Feed.of(document.channel()),
                    document.items().stream()
                            .map(item -> Found.of(item, washed))
                            .toList(),
                    document.problems());
        }
        return nothing(file, reading instanceof Unreadable unreadable ? unreadable.reason() : "");
    }

    public static Inspection nothing(String file, String problem) {
        return new Inspection(file, "", Feed.of(Channel.NONE), List.of(), List.of(problem));
    }

    public boolean hasNothing() {
        return kind.isEmpty();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Feed(
            String title,
            String link,
            String id,
            String language,
            String description,
            String author,
            String rights,
            @Nullable String updated) {

        static Feed of(Channel channel) {
            return new Feed(
                    channel.title(),
                    channel.link(),
                    channel.id(),
                    channel.language(),
                    channel.description(),
                    channel.author(),
                    channel.rights(),
                    moment(channel.updated()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            String id,
            String link,
            String title,
            String summary,
            String content_html,
            String author,
            @Nullable String published,
            @Nullable String updated,
            String language,
            Set<String> categories,
            List<Enclosed> enclosures,
            List<Contact> contacts) {

        static Found of(Item item, UnaryOperator<String> washed) {
            return new Found(
                    item.id(),
                    item.url() == null ? "" : item.url().toString(),
                    item.title(),
                    item.lead(),
                    washed.apply(item.bodyHtml()),
                    item.author(),
                    moment(item.publishedAt()),
                    moment(item.updatedAt()),
                    item.tongue().isEmpty() && item.language() != null
                            ? item.language().code()
                            : item.tongue(),
                    item.categories(),
                    item.attachments().stream().map(Enclosed::of).toList(),
                    item.contacts());
        }
    }

    record Enclosed(String url, String type, long length) {
        static Enclosed of(Attachment attachment) {
            return new Enclosed(attachment.url().toString(), attachment.type(), attachment.bytes());
        }
    }

    private static @Nullable String moment(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
