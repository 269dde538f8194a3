package fi.tiedote.gather;

import fi.tiedote.reading.Article;
import fi.tiedote.reading.Decoding;
import fi.tiedote.reading.FileTypes;
import fi.tiedote.reading.Item;
import fi.tiedote.reading.Links;
import fi.tiedote.reading.Odd;
import fi.tiedote.reading.Page;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
    private final Set<String> refusing = new HashSet<>();
    private Duration asked = Duration.ZERO;
    private boolean isHurt;
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
            if (!refusing.contains(Links.place(page.url()))) {
                read(page);
            }
        }
    }

    /** A page of the list itself was refused: the next look shall not come at once. */
    void refused(URI url, Answer.Refused refused) {
        isHurt = true;
        asked = refused.notBefore().compareTo(asked) > 0 ? refused.notBefore() : asked;
        if (refused.isUnwelcome()) {
            refusing.add(Links.place(url));
        }
    }

    /** A first import is complete when every page has been read; a host that refuses is not asked again soon. */
    Outcome.Read read(Outcome.Validators validators, Mark reached) {
        var more = reached.next() != null || !backlog.due(web.now(), 1).isEmpty();
        var soon = more && !isHurt && failuresInARow < MOST_FAILURES_IN_A_ROW && !look.alone();
        var complete = reached.next() == null && !backlog.hasUnread();
        return new Outcome.Read(validators.after(asked), soon, new Outcome.Progress(reached.text(), complete));
    }

    private void read(DuePage page) {
        if (FileTypes.isDocument(page.url().toString())) {
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
        if (refused.isUnwelcome()) {
            leaveAlone(page, refused);
            return;
        }
        failuresInARow += refused.isNowhere() ? 0 : 1;
        look.harvest()
                .report(page.url() + ": " + refused.reason() + "; the others are not affected, and it is tried again");
        backlog.failed(page, later(page));
    }

    /** Too many requests are no fault of the page; what is forbidden may be forbidden for good. */
    private void leaveAlone(DuePage page, Answer.Refused refused) {
        refused(page.url(), refused);
        look.harvest()
                .report(page.url() + ": " + refused.reason() + "; " + page.url().getHost()
                        + " is left alone for the rest of this look, and its pages are read at the next ones");
        if (refused.status() == 403) {
            backlog.failed(page, later(page));
        } else {
            backlog.postpone(page, web.now().plus(refused.notBefore()));
        }
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
