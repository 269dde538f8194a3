package fi.tiedote.reading;

import fi.tiedote.city.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises a language by the small words that every sentence of it has. */
class Tongue {
    private static final int LONGEST_LOOK = 20_000;
    private static final int LONGEST_GLANCE = 2_000;
    private static final int LONGEST_SMALL_WORD = 9;
    private static final Map<Language, Set<String>> SMALL_WORDS = new EnumMap<>(Map.of(
            Language.FI,
            Set.of(("ja on ei että se oli myös joka kun tai ovat mukaan sekä kuin niin mutta jos nyt voi saa tulee"
                            + " noin yli alkaa kaikki tämä tänä sen ne niitä jotka jonka hän olla ollut jo kello"
                            + " klo asti vuonna kaupunki kaupungin")
                    .split(" ")),
            Language.SV,
            Set.of(("och att är det som en ett för på med av till den de har inte i om från kan ska vid också"
                            + " under efter eller men så när sig man blir finns alla år klockan staden stadens")
                    .split(" ")),
            Language.EN,
            Set.of(("the and of to is for with that are be it at by from this will was which as have has not on"
                            + " can an or their who your its all when city")
                    .split(" "))));

    private static final Map<String, List<Language>> LANGUAGES = languages();

    private Tongue() {}

    /** What the source says, or else what title and text show; null where they show nothing. */
    static @Nullable Language first(@Nullable Language own, @Nullable Language sources, String title, String text) {
        if (own != null) {
            return own;
        }
        return sources != null ? sources : of(title + " " + text).orElse(null);
    }

    /**
     * For an item of a feed.
     *
     * @param own tag of the item
     * @param feeds tag of the feed, which is often that of its software: the text knows better
     */
    static @Nullable Language among(@Nullable Language known, String own, String feeds, String title, String text) {
        if (known != null) {
            return known;
        }
        return Language.of(own)
                .or(() -> of(title + " " + text.substring(0, Math.min(text.length(), LONGEST_GLANCE))))
                .or(() -> Language.of(feeds))
                .orElse(null);
    }

    /** BCP 47 has hyphens where Unix has underscores. */
    static String tag(String written) {
        return written.replace('_', '-');
    }

    /** Empty where no language leads. */
    static Optional<Language> of(String text) {
        var hits = hits(text.substring(0, Math.min(text.length(), LONGEST_LOOK)));
        var most = hits.values().stream().max(Integer::compare).orElse(0);
        var leading = hits.keySet().stream()
                .filter(language -> most.equals(hits.get(language)))
                .toList();
        return leading.size() == 1 ? Optional.of(leading.get(0)) : Optional.empty();
    }

    private static Map<Language, Integer> hits(String text) {
        var hits = new EnumMap<Language, Integer>(Language.class);
        for (var at = 0; at < text.length(); ) {
            var end = endOfWord(text, at);
            if (end > at && end - at <= LONGEST_SMALL_WORD) {
                var word = text.substring(at, end).toLowerCase(Locale.ROOT);
                for (var language : LANGUAGES.getOrDefault(word, List.of())) {
                    hits.merge(language, 1, Integer::sum);
                }
            }
            at = end + 1;
        }
        return hits;
    }

    private static Map<String, List<Language>> languages() {
        var languages = new HashMap<String, List<Language>>();
        SMALL_WORDS.forEach((language, words) -> words.forEach(word ->
                languages.computeIfAbsent(word, none -> new ArrayList<>()).add(language)));
        return languages;
    }

    private static int endOfWord(String text, int begin) {
        var end = begin;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
