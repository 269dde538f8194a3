package fi.tiedote.gather;

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
        if (look.mark().isEmpty()) {
            backlog.reopen(web.now(), MOST_REOPENED);
        }
        var answer = web.fetch(look, look.from(), look.known());
        if (answer instanceof Answer.Refused refused) {
            return new Outcome.Failed(refused.reason(), refused.notBefore());
        }
        if (answer instanceof Answer.NotModified same) {
            return read(
                    look,
                    backlog,
                    Mark.of(look.mark()).next(),
                    Outcome.Validators.refreshed(look.known(), same.header()));
        }
        return answer instanceof Answer.Fetched fetched
                ? take(look, backlog, fetched)
                : new Outcome.Failed("it redirects to nowhere", Duration.ZERO);
    }

    private Outcome take(Look look, Backlog backlog, Answer.Fetched fetched) {
        var map = sitemap(look, fetched);
        if (map.isEmpty()) {
            return new Outcome.Failed("it is no sitemap: there is no urlset or sitemapindex in it", Duration.ZERO);
        }
        var chosen = new ArrayList<>(chosen(look, map.get()));
        var next = children(look, map.get(), chosen);
        if (chosen.isEmpty() && backlog.size() == 0 && next == null) {
            return new Outcome.Failed(
                    "no address in it looks like that of a release: say by rules.url-pattern which do", Duration.ZERO);
        }
        backlog.add(
                chosen.subList(0, Math.min(chosen.size(), look.source().rules().limit())), web.now());
        // An index may be the same when what it names is not.
        var header = fetched.header();
        return read(
                look,
                backlog,
                next,
                map.get().children().isEmpty()
                        ? Outcome.Validators.of(header)
                        : Outcome.Validators.unconditional(header));
    }

    /** @return the one to go on with; null when all that may have changed were read */
    private @Nullable URI children(Look look, Sitemap index, List<Row> chosen) {
        var mark = Mark.of(look.mark());
        var due = index.children().stream()
                .filter(child -> isDue(child, mark.since()))
                .map(Sitemap.Child::url)
                .toList();
        var from = Math.max(0, mark.next() == null ? 0 : due.indexOf(mark.next()));
        var to = Math.min(due.size(), from + MOST_CHILDREN);
        for (var child : due.subList(from, to)) {
            var answer = web.fetch(look, child, Outcome.Validators.NONE);
            if (answer instanceof Answer.Fetched fetched) {
                sitemap(look, fetched).ifPresent(map -> chosen.addAll(chosen(look, map)));
            } else if (answer instanceof Answer.Refused refused) {
                look.harvest().report(child + ": " + refused.reason() + "; the next look tries again");
            }
        }
        return to < due.size() ? due.get(to) : null;
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

    private Outcome.Read read(Look look, Backlog backlog, @Nullable URI next, Outcome.Validators validators) {
        new ArticleRound(look, backlog, web, true).run();
        var mark = Mark.of(look.mark());
        var since = next == null ? web.now() : mark.since();
        var soon = (next != null || !backlog.due(web.now(), 1).isEmpty()) && !look.alone();
        var complete = mark.since() != null || (next == null && !backlog.hasUnread());
        return new Outcome.Read(
                validators,
                soon,
                new Outcome.Progress(new Mark(since, next == null ? null : web.now(), next).text(), complete));
    }

    private Optional<Sitemap> sitemap(Look look, Answer.Fetched fetched) {
        var text = Decoding.text(unpacked(fetched.body()), fetched.header().contentType());
        return Sitemap.isOne(text)
                ? Optional.of(Sitemap.of(text, web.origin(look, fetched.header())))
                : Optional.empty();
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
