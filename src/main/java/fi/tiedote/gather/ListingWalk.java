package fi.tiedote.gather;

import fi.tiedote.reading.Listing;
import fi.tiedote.reading.Page;
import fi.tiedote.reading.PageRules;
import fi.tiedote.reading.Row;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One look at a list of HTML: its first page, older ones where there is more to find, and the pages that it leads to. */
class ListingWalk {
    private static final int MOST_PAGES = 10;
    private static final int MOST_REOPENED = 200;

    private final Look look;
    private final Backlog backlog;
    private final Web web;
    private final Mark mark;
    private final PageRules rules;
    private final ArticleRound articles;
    private final Set<URI> visited = new HashSet<>();
    private Outcome.Validators validators;
    private List<Row> before = List.of();
    private int pages;
    private @Nullable URI next;

    ListingWalk(Look look, Backlog backlog, Web web) {
        this.look = look;
        this.backlog = backlog;
        this.web = web;
        this.mark = Mark.of(look.mark());
        this.pages = mark.pages();
        this.rules = look.source().rules();
        this.articles = new ArticleRound(look, backlog, web, false);
        this.validators = look.known();
        this.next = mark.next();
    }

    Outcome outcome() {
        if (look.mark().isEmpty()) {
            backlog.reopen(web.now(), MOST_REOPENED);
        }
        var answer = web.fetch(look, look.from(), look.known());
        if (answer instanceof Answer.Refused refused) {
            return Outcome.Failed.by(refused);
        }
        if (answer instanceof Answer.NotModified same) {
            validators = Outcome.Validators.refreshed(look.known(), same.header());
        }
        if (answer instanceof Answer.Fetched fetched && !takeFirst(fetched)) {
            return ListingSource.empty(rules, mark.since() != null);
        }
        walk();
        articles.run();
        return articles.read(validators, reached());
    }

    /** False where there is nothing in it. */
    private boolean takeFirst(Answer.Fetched fetched) {
        var listing = listing(fetched);
        var rows = listing.rows();
        var added = take(listing, rows);
        validators = Outcome.Validators.of(fetched.header());
        visited.add(look.from());
        if (!mark.isUnderWay() && (mark.since() == null || added == rows.size())) {
            next = listing.next().orElse(null);
        }
        return !rows.isEmpty();
    }

    private void walk() {
        for (pages++; next != null && pages - mark.pages() < MOST_PAGES; pages++) {
            if (pages >= Mark.MOST_PAGES) {
                look.harvest().report(Mark.endless(next));
                next = null;
                return;
            }
            if (backlog.size() >= rules.limit() || !visited.add(next)) {
                next = null;
                return;
            }
            var answer = web.fetch(look, next, Outcome.Validators.NONE);
            if (answer instanceof Answer.Fetched fetched) {
                next = takeOlder(fetched);
            } else {
                stop(answer);
                return;
            }
        }
    }

    /** @return where it goes on; null at the end, or where everything is known */
    private @Nullable URI takeOlder(Answer.Fetched fetched) {
        var listing = listing(fetched);
        var rows = listing.rows();
        var isSame = rows.equals(before);
        var added = take(listing, rows);
        before = rows;
        var isKnown = mark.since() != null && added < rows.size();
        return rows.isEmpty() || isSame || isKnown ? null : listing.next().orElse(null);
    }

    /** The next look goes on with a page that is only away for now. */
    private void stop(Answer answer) {
        if (answer instanceof Answer.Refused refused && !refused.isNowhere()) {
            look.harvest().report(next + ": " + refused.reason() + "; the next look goes on there");
            articles.refused(Objects.requireNonNull(next), refused);
        } else {
            next = null;
        }
    }

    private Listing listing(Answer.Fetched fetched) {
        var header = fetched.header();
        var text = Page.text(fetched.body(), header.contentType(), rules.charset());
        return new Listing(Page.of(text, web.origin(look, header)), rules);
    }

    private int take(Listing listing, List<Row> rows) {
        if (!rules.loadArticle()) {
            look.harvest().takeAll(listing.items(), List.of());
            return 0;
        }
        var room = Math.max(0, rules.limit() - (mark.since() == null ? backlog.size() : 0));
        return backlog.add(rows.subList(0, Math.min(rows.size(), room)), web.now());
    }

    private Mark reached() {
        return next == null ? Mark.ended(web.now()) : new Mark(mark.since(), web.now(), next, pages);
    }
}
