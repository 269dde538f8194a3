package fi.tiedote.gather;

import fi.tiedote.reading.Decoding;
import fi.tiedote.reading.Row;
import fi.tiedote.reading.Sitemap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Gathers from sitemaps: the pages that look like releases by their address, or that the rules choose. */
class SitemapSource implements WebSource {
    /** As sitemaps.org allows it, unpacked. */
    private static final int LARGEST = 50 << 20;

    private static final int MOST_CHILDREN = 20;
    private static final int MOST_REOPENED = 200;
    private static final Duration OVERLAP = Duration.ofDays(1);
    private static final Pattern NEWS = Pattern.compile(
            "(?i)/(?:[\\w-]*(?:tiedot|uuti|ajankoht|news|nyhe|aktuell|press|meddelan|media|release|artik|blog)[\\w-]*)/[^/].*");

    private final Web web;
    private final KnownPages pages;

    SitemapSource(Web web, KnownPages pages) {
        this.web = web;
        this.pages = pages;
    }

    @Override
    public Outcome gather(Look look) {
        var backlog = look.alone() ? new Notepad() : pages.of(look.source().key());
        var articles = new ArticleRound(look, backlog, web, true);
        if (look.mark().isEmpty()) {
            backlog.reopen(web.now(), MOST_REOPENED);
        }
        var answer = web.fetch(look, look.from(), look.known());
        if (answer instanceof Answer.Refused refused) {
            return Outcome.Failed.by(refused);
        }
        if (answer instanceof Answer.NotModified same) {
            return read(articles, Mark.of(look.mark()), Outcome.Validators.refreshed(look.known(), same.header()));
        }
        return answer instanceof Answer.Fetched fetched
                ? take(look, backlog, articles, fetched)
                : new Outcome.Failed("it redirects to nowhere", Duration.ZERO);
    }

    private Outcome take(Look look, Backlog backlog, ArticleRound articles, Answer.Fetched fetched) {
        var map = sitemap(look, fetched);
        if (map.isEmpty()) {
            return new Outcome.Failed("it is no sitemap: there is no urlset or sitemapindex in it", Duration.ZERO);
        }
        var chosen = new ArrayList<>(chosen(look, map.get()));
        var reached = children(look, map.get(), articles, chosen);
        if (chosen.isEmpty() && backlog.size() == 0 && reached.next() == null) {
            return new Outcome.Failed(
                    "no address in it looks like that of a release: say by rules.url-pattern which do", Duration.ZERO);
        }
        backlog.add(
                chosen.subList(0, Math.min(chosen.size(), look.source().rules().limit())), web.now());
        // An index may be the same when what it names is not.
        var header = fetched.header();
        return read(
                articles,
                reached,
                map.get().children().isEmpty()
                        ? Outcome.Validators.of(header)
                        : Outcome.Validators.unconditional(header));
    }

    /** Some at each look, the newest first. */
    private Mark children(Look look, Sitemap index, ArticleRound articles, List<Row> chosen) {
        var mark = Mark.of(look.mark());
        var due = due(look, index, mark);
        var from = mark.next() == null ? 0 : Math.max(0, due.indexOf(mark.next()));
        var to = Math.min(due.size(), from + MOST_CHILDREN);
        for (var child : due.subList(from, to)) {
            var answer = web.fetch(look, child, Outcome.Validators.NONE);
            if (answer instanceof Answer.Fetched fetched) {
                take(look, child, fetched, chosen);
            } else if (answer instanceof Answer.Refused refused) {
                look.harvest().report(child + ": " + refused.reason() + "; the next look tries again");
                articles.refused(child, refused);
                if (refused.isUnwelcome()) {
                    return new Mark(mark.since(), web.now(), child, mark.pages());
                }
            }
        }
        return to < due.size() ? goOn(look, mark, due.get(to)) : Mark.ended(web.now());
    }

    /** An index may be another at each look. */
    private Mark goOn(Look look, Mark mark, URI next) {
        var pages = mark.pages() + MOST_CHILDREN;
        if (pages < Mark.MOST_PAGES) {
            return new Mark(mark.since(), web.now(), next, pages);
        }
        look.harvest().report(Mark.endless(next));
        return Mark.ended(web.now());
    }

    private static List<URI> due(Look look, Sitemap index, Mark mark) {
        if (index.children().size() > Mark.MOST_PAGES) {
            look.harvest()
                    .report("the index names %d sitemaps; the newest %d are read and the others left out"
                            .formatted(index.children().size(), Mark.MOST_PAGES));
        }
        return index.children().stream()
                .limit(Mark.MOST_PAGES)
                .filter(child -> isDue(child, mark.since()))
                .map(Sitemap.Child::url)
                .filter(child -> !child.equals(look.from()))
                .distinct()
                .toList();
    }

    /** An index within an index is against sitemaps.org, and may name itself. */
    private void take(Look look, URI child, Answer.Fetched fetched, List<Row> chosen) {
        var map = sitemap(look, fetched);
        if (map.isEmpty()) {
            look.harvest().report(child + ": it is no sitemap; it was left out");
        } else if (map.get().pages().isEmpty() && !map.get().children().isEmpty()) {
            look.harvest()
                    .report(child
                            + ": it is an index within an index; give its address as a source to read what it names");
        }
        map.ifPresent(found -> chosen.addAll(chosen(look, found)));
    }

    private static boolean isDue(Sitemap.Child child, @Nullable Instant since) {
        return since == null || child.changed() == null || child.changed().isAfter(since.minus(OVERLAP));
    }

    private static List<Row> chosen(Look look, Sitemap map) {
        var rules = look.source().rules();
        return rules.urlPattern() == null
                ? likely(map).toList()
                : map.pages().stream()
                        .filter(row -> rules.allows(row.url().toString()))
                        .toList();
    }

    /** Those whose address looks like that of a release; all of a news sitemap. */
    static Stream<Row> likely(Sitemap map) {
        return map.pages().stream()
                .filter(row -> map.isNews()
                        || NEWS.matcher(String.valueOf(row.url().getPath())).matches());
    }

    private static Outcome.Read read(ArticleRound articles, Mark reached, Outcome.Validators validators) {
        articles.run();
        return articles.read(validators, reached);
    }

    private Optional<Sitemap> sitemap(Look look, Answer.Fetched fetched) {
        var text = Decoding.text(unpacked(fetched.body()), fetched.header().contentType());
        if (!Sitemap.isOne(text)) {
            return Optional.empty();
        }
        var map = Sitemap.of(text, web.origin(look, fetched.header()));
        if (map.isCut()) {
            look.harvest()
                    .report(
                            "%s: it has more than %d entries, which sitemaps.org does not allow; the others are left out"
                                    .formatted(fetched.header().url(), Sitemap.MOST));
        }
        return Optional.of(map);
    }

    /** What is packed counts by what it unpacks to; what is too large, or broken, is read up to there. */
    static byte[] unpacked(byte[] body) {
        if (body.length < 2 || (body[0] & 0xFF) != 0x1F || (body[1] & 0xFF) != 0x8B) {
            return body;
        }
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return stream.readNBytes(LARGEST);
        } catch (IOException broken) {
            return new byte[0];
        }
    }
}
