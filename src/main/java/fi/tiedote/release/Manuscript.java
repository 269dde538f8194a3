package fi.tiedote.release;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A draft made safe and legible, and what it is recognised by, which is worked out when it is first asked for. For one thread. */
final class Manuscript {
    private final Draft draft;
    private final Content content;
    private @Nullable String text;
    private @Nullable Wording wording;
    private @Nullable Set<String> marks;
    private Long @Nullable [] bands;

    Manuscript(Draft draft) {
        this.draft = draft;
        this.content = Content.of(draft);
    }

    Draft draft() {
        return draft;
    }

    Content content() {
        return content;
    }

    /** The words of its body. */
    String text() {
        if (text == null) {
            text = content.bodyText();
        }
        return text;
    }

    Wording wording() {
        if (wording == null) {
            wording = new Wording(content.title(), text());
        }
        return wording;
    }

    Set<String> marks() {
        if (marks == null) {
            marks = Marks.of(content, wording());
        }
        return marks;
    }

    Long[] bands() {
        if (bands == null) {
            bands = wording().bands(language());
        }
        return bands;
    }

    Optional<String> address() {
        return Canonical.of(draft.url());
    }

    String language() {
        return draft.language().code();
    }

    /** When it was published, or now where its source does not say. */
    Instant publishedAt(Instant now) {
        return draft.publishedAt() == null ? now : draft.publishedAt();
    }
}
