package fi.tiedote.feed;

import fi.tiedote.city.Language;
import fi.tiedote.release.Before;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of the query of a feed's address. What it does not know it ignores; what it cannot mean it refuses. */
class Enquiry {
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");

    private static final int LONGEST_SOURCE = 40;

    private final Vocabulary vocabulary;
    private final Parameters parameters;
    private final List<Refusal> refusals = new ArrayList<>();

    private Enquiry(Vocabulary vocabulary, Parameters parameters) {
        this.vocabulary = vocabulary;
        this.parameters = parameters;
    }

    /** @param query as it stands in the request line, without the question mark */
    static Asked read(String query, Vocabulary vocabulary) {
        var parameters = Parameters.read(query);
        return parameters.isEmpty()
                ? Refusal.malformed("The query must be percent-encoded UTF-8 of at most " + Parameters.LIMIT
                        + " characters, without control characters.")
                : new Enquiry(vocabulary, parameters.get()).asked();
    }

    private Asked asked() {
        var languages = known("lang", Language::of, Stream.of(Language.values()).map(Language::code));
        var topics = known("topic", vocabulary::topic, slugs(vocabulary.topics()));
        var areas = known("area", vocabulary::area, slugs(vocabulary.areas()));
        var selection = new Selection(
                languages,
                topics.stream().map(Term::slug).toList(),
                areas.stream().map(Term::slug).toList(),
                words());
        var query = new FeedQuery(new Scope(selection, sources()), limit(), before());
        return refusals.isEmpty() ? query : refusals.get(0);
    }

    private <T> List<T> known(String name, Function<String, Optional<T>> meaning, Stream<String> allowed) {
        var choices = allowed.toList();
        return values(name)
                .flatMap(value -> {
                    var known = meaning.apply(value);
                    if (known.isEmpty()) {
                        refusals.add(Refusal.unknown(name, value, choices));
                    }
                    return known.stream();
                })
                .toList();
    }

    /** Which of them there are is known by the releases only. */
    private List<String> sources() {
        var sources = values("source").toList();
        return sources.stream().allMatch(source -> source.length() <= LONGEST_SOURCE)
                ? sources
                : refuse("source must have at most " + LONGEST_SOURCE + " characters.", List.of());
    }

    private String words() {
        var words = parameters.all("q").stream()
                .map(Enquiry::normal)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
        return words.length() <= Selection.WORDS_LIMIT
                ? words
                : refuse("q must have at most " + Selection.WORDS_LIMIT + " characters.", "");
    }

    private int limit() {
        var given = values("limit").toList();
        if (given.isEmpty()) {
            return FeedQuery.USUAL_LIMIT;
        }
        var limit = LIMIT.matcher(given.get(0)).matches() ? Integer.parseInt(given.get(0)) : 0;
        return given.size() == 1 && limit >= 1 && limit <= FeedQuery.HIGHEST_LIMIT
                ? limit
                : refuse("limit must be one number from 1 to " + FeedQuery.HIGHEST_LIMIT + ".", FeedQuery.USUAL_LIMIT);
    }

    private @Nullable Before before() {
        var given = values("before").toList();
        if (given.isEmpty()) {
            return null;
        }
        var before = given.size() == 1 ? Bookmark.read(given.get(0)) : Optional.<Before>empty();
        return before.orElseGet(() -> {
            refusals.add(Refusal.malformed("before must be taken from the link of a feed to its next page."));
            return null;
        });
    }

    private <T> T refuse(String reason, T instead) {
        refusals.add(Refusal.malformed(reason));
        return instead;
    }

    private Stream<String> values(String name) {
        return parameters.all(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct();
    }

    /** As {@link Selection} writes words; length is measured after it. */
    private static String normal(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> slugs(List<Term> terms) {
        return terms.stream().map(Term::slug);
    }
}
