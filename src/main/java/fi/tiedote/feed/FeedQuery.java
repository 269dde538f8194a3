package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.tiedote.city.Language;
import fi.tiedote.release.Before;
import fi.tiedote.release.Release;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One page of one feed. Two that carry the same are equal: to a feed, the order of its languages means nothing.
 *
 * @param limit most releases on the page
 * @param before where the page starts; null is the first
 */
record FeedQuery(Scope scope, int limit, @Nullable Before before) implements Subject {
    static final int USUAL_LIMIT = 50;
    static final int HIGHEST_LIMIT = 200;

    FeedQuery {
        var selection = scope.selection();
        var languages = selection.languages().stream().sorted().toList();
        scope = new Scope(
                new Selection(languages, selection.topics(), selection.areas(), selection.words()), scope.sources());
    }

    FeedQuery(Selection selection, int limit, @Nullable Before before) {
        this(new Scope(selection, List.of()), limit, before);
    }

    static FeedQuery of(Selection selection) {
        return new FeedQuery(selection, USUAL_LIMIT, null);
    }

    static FeedQuery of(Scope scope) {
        return new FeedQuery(scope, USUAL_LIMIT, null);
    }

    Selection selection() {
        return scope.selection();
    }

    @Override
    public boolean isFirst() {
        return before == null;
    }

    @Override
    public FeedQuery first() {
        return new FeedQuery(scope, limit, null);
    }

    @Override
    public boolean isAbout(News news) {
        return news.isPublic() && scope.isAbout(news.release()) && isBehind(news.release());
    }

    /** Archives begin where their address says. */
    private boolean isBehind(Release release) {
        return before == null || !release.publishedAt().isAfter(before.publishedAt());
    }

    @Override
    public String words() {
        return selection().words();
    }

    FeedQuery after(Release last) {
        return new FeedQuery(scope, limit, Before.of(last));
    }

    @Override
    public Optional<Language> language() {
        return selection().languages().size() == 1
                ? Optional.of(selection().languages().get(0))
                : Optional.empty();
    }

    @Override
    public String file(Format format) {
        return "releases." + format.extension() + text();
    }

    /** The one query of an address that asks for it, with the question mark; empty when nothing differs from the usual. */
    String text() {
        var text = new StringJoiner("&", "?", "").setEmptyValue("");
        selection().languages().forEach(language -> text.add("lang=" + language.code()));
        selection().topics().forEach(topic -> text.add("topic=" + topic));
        selection().areas().forEach(area -> text.add("area=" + area));
        scope.sources().forEach(source -> text.add("source=" + URLEncoder.encode(source, UTF_8)));
        if (!selection().words().isEmpty()) {
            text.add("q=" + URLEncoder.encode(selection().words(), UTF_8));
        }
        if (limit != USUAL_LIMIT) {
            text.add("limit=" + limit);
        }
        if (before != null) {
            text.add("before=" + Bookmark.write(before));
        }
        return text.toString();
    }
}
