package fi.tiedote.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the pages whose turn it is, as many as one look may. One that cannot be read keeps no other waiting. */
class ArticleRound {
    static final int MOST = 40;
    private static final int MOST_TRIES = 10;
    private static final int MOST_FAILURES_IN_A_ROW = 5;
    private static final Duration CORRECTED_WITHIN = Duration.ofDays(14);
    private static final Duration CHECKED_EVERY = Duration.ofDays(1);

    private final Look look;
    private final Backlog backlog;
    private final Web web;
    private final boolean onlyArticles;
    private int failuresInARow;

    /** @param onlyArticles whether a page that does not look like a release is passed over: nobody has listed it as one */
    ArticleRound(Look look, Backlog backlog, Web web, boolean onlyArticles) {
        this.look = look;
        this.backlog = backlog;
        this.web = web;
        this.onlyArticles = onlyArticles;
    }

    /** What was listed last is kept last. Stops where everything fails: then it is not the pages' fault. */
    void run() {
        var due = new ArrayList<>(backlog.due(web.now(), MOST));
        Collections.reverse(due);
        for (var page : due) {
            if (failuresInARow == MOST_FAILURES_IN_A_ROW) {
                return;
            }
            read(page);
        }
    }

    private void read(DuePage page) {
        if (Pictures.isDocument(page.url().toString())) {
            take(page, page.row().item(), Outcome.Validators.NONE);
            return;
        }
        var answer = web.fetch(look, page.url(), page.known());
        if (answer instanceof Answer.Fetched fetched) {
            read(page, fetched);
        } else if (answer instanceof Answer.NotModified same) {
            backlog.read(page, Outcome.Validators.refreshed(page.known(), same.header()), null, checked(page.moment()));
        } else {
            failed(
                    page,
                    answer instanceof Answer.Refused refused
                            ? refused
                            : new Answer.Refused("it redirects to nowhere", Duration.ZERO));
        }
    }

    private void read(DuePage page, Answer.Fetched fetched) {
        failuresInARow = 0;
        var validators = Outcome.Validators.of(fetched.header());
        try {
            var item = item(page, fetched);
            if (item.isPresent()) {
                take(page, item.get(), validators);
            } else {
                backlog.read(page, validators, null, new Backlog.Checked(web.now(), null));
            }
        } catch (IllegalArgumentException | Odd unreadable) {
            failed(page, new Answer.Refused("it cannot be read: " + unreadable.getMessage(), Duration.ZERO));
        }
    }

    /** Empty for what is no release. */
    private Optional<Item> item(DuePage page, Answer.Fetched fetched) {
        var header = fetched.header();
        if (Decoding.isBinary(fetched.body())) {
            return onlyArticles ? Optional.empty() : Optional.of(page.row().item());
        }
        var rules = look.source().rules();
        var text = Page.text(fetched.body(), header.contentType(), rules.charset());
        var article = new Article(Page.of(text, web.origin(look, header)), rules, page.row());
        return onlyArticles && !article.isOne() ? Optional.empty() : Optional.of(article.item());
    }

    private void take(DuePage page, Item item, Outcome.Validators validators) {
        if (item.isEmpty()) {
            failed(page, new Answer.Refused("it has neither title nor text", Duration.ZERO));
        } else if (look.harvest().isKept(item)) {
            backlog.read(page, validators, item.publishedAt(), checked(item.publishedAt()));
        } else {
            backlog.failed(page, later(page));
        }
    }

    private void failed(DuePage page, Answer.Refused refused) {
        failuresInARow += refused.isNowhere() ? 0 : 1;
        look.harvest()
                .report(page.url() + ": " + refused.reason() + "; the others are not affected, and it is tried again");
        backlog.failed(page, later(page));
    }

    /** Null when there is no hope left. */
    private @Nullable Instant later(DuePage page) {
        var wait = look.source().every().multipliedBy(1L << Math.min(page.failures(), 8));
        return page.failures() + 1 >= MOST_TRIES ? null : web.now().plus(wait);
    }

    /** Corrections come soon or never. */
    private Backlog.Checked checked(@Nullable Instant published) {
        var now = web.now();
        var recent = published != null && published.isAfter(now.minus(CORRECTED_WITHIN));
        return new Backlog.Checked(now, recent ? now.plus(CHECKED_EVERY) : null);
    }
}
