package fi.tiedote.gather;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One look at a list that has pages. */
class Walk {
    private static final int MOST_PAGES = 10;
    /** Servers read times in zones of their own, and clocks differ. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final Look look;
    private final PressApi api;
    private final ApiSource source;
    private final Mark mark;
    private final Instant started;
    private final URI latest;
    private Outcome.Validators validators;
    private boolean allKept = true;
    private int pages;
    private @Nullable Outcome failed;

    Walk(Look look, PressApi api, Instant now, ApiSource source) {
        this.look = look;
        this.api = api;
        this.source = source;
        this.mark = Mark.of(look.mark());
        this.pages = mark.pages();
        this.started = mark.started() == null ? now : mark.started();
        this.latest = api.latest(look.source(), look.from());
        this.validators = look.known();
    }

    Outcome outcome() {
        var first = page(latest, look.known());
        if (failed != null) {
            return failed;
        }
        var next = next(first);
        for (pages++; next != null && pages - mark.pages() < MOST_PAGES; pages++) {
            var at = next;
            var leaf = page(next, Outcome.Validators.NONE);
            if (failed != null) {
                return stopped(at);
            }
            next = leaf.map(Leaf::next).filter(other -> !other.equals(at)).orElse(null);
        }
        if (next != null && pages >= Mark.MOST_PAGES) {
            look.harvest().report(Mark.endless(next));
            next = null;
        }
        return new Outcome.Read(validators, next != null, progress(next));
    }

    private @Nullable URI next(Optional<Leaf> first) {
        if (mark.isUnderWay()) {
            return mark.next();
        }
        return mark.since() == null
                ? first.map(Leaf::next).orElse(null)
                : api.changedSince(look.source(), look.from(), mark.since().minus(OVERLAP));
    }

    /** Empty when nothing has changed, when there is no such page any more, or when it failed. */
    private Optional<Leaf> page(URI url, Outcome.Validators known) {
        var answer = source.fetch(look, url, known);
        if (answer instanceof Answer.Refused refused && (url.equals(latest) || !refused.isNowhere())) {
            failed = Outcome.Failed.by(refused);
        }
        if (url.equals(latest) && answer instanceof Answer.NotModified same) {
            validators = Outcome.Validators.refreshed(known, same.header());
            look.harvest().same();
        }
        return answer instanceof Answer.Fetched fetched ? taken(url, fetched) : Optional.empty();
    }

    private Optional<Leaf> taken(URI url, Answer.Fetched fetched) {
        var leaf = source.leaf(look, url, fetched);
        if (leaf.isEmpty()) {
            failed = ApiSource.noJson(url);
        }
        if (url.equals(latest)) {
            validators = Outcome.Validators.of(fetched.header());
        }
        leaf.ifPresent(page -> allKept &= look.harvest().takeAll(page.items(), page.problems()));
        return leaf;
    }

    /** The pages before it are kept; the next look begins with the one that failed. */
    private Outcome stopped(URI at) {
        if (Objects.equals(at, mark.next())) {
            return Objects.requireNonNull(failed);
        }
        var reason = failed instanceof Outcome.Failed why ? why.reason() : "";
        look.harvest().report(at + ": " + reason + "; the next look goes on there");
        return new Outcome.Read(validators, false, progress(at));
    }

    /** Where an item could not be kept, the next walk brings it again. */
    private Outcome.Progress progress(@Nullable URI next) {
        if (next != null) {
            return new Outcome.Progress(new Mark(mark.since(), started, next, pages).text(), mark.since() != null);
        }
        return new Outcome.Progress(Mark.ended(allKept ? started : mark.since()).text(), true);
    }
}
