package fi.tiedote.release;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a release, to be compared with another's. */
class Wording {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 3_000;
    private static final int BANDS = 6;
    private static final int ROWS = 2;
    private static final int SHORTEST_TITLE = 3;

    private final List<String> title;
    private final List<String> written;
    private final List<String> words;
    private final Set<Long> shingles = new HashSet<>();

    Wording(String title, String text) {
        this.title = lower(words(title));
        this.written = words(text);
        this.words = lower(written);
        for (var at = 0; at + 2 < words.size(); at++) {
            shingles.add(hash(words.get(at) + ' ' + words.get(at + 1) + ' ' + words.get(at + 2)));
        }
    }

    List<String> title() {
        return title;
    }

    List<String> words() {
        return words;
    }

    Set<Long> shingles() {
        return shingles;
    }

    /** Numbers of title and text, and how often they are there: dates, times, sums. */
    Map<String, Long> figures() {
        return Stream.concat(figures(title), figures(words))
                .collect(Collectors.groupingBy(figure -> figure, Collectors.counting()));
    }

    Set<String> figuresOfTitle() {
        return figures(title).collect(Collectors.toSet());
    }

    private static Stream<String> figures(List<String> words) {
        return words.stream()
                .filter(word -> Character.isDigit(word.charAt(0)))
                .map(figure -> figure.replaceFirst("^0+(?=\\d)", ""));
    }

    /** Words with a capital: places, people, and whatever begins a sentence. */
    Set<String> names() {
        return written.stream()
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .collect(Collectors.toSet());
    }

    /** Of two texts that share four fifths of their shingles, 99 in 100 share a band; titles are a band, too. */
    Long[] bands(String language) {
        var bands = new HashSet<Long>();
        if (!shingles.isEmpty()) {
            for (var band = 0; band < BANDS; band++) {
                var hash = hash(language) + band;
                for (var row = 0; row < ROWS; row++) {
                    hash = mixed(hash ^ smallest(band * ROWS + row));
                }
                bands.add(hash);
            }
        }
        if (title.size() >= SHORTEST_TITLE) {
            bands.add(hash(language + '\n' + String.join(" ", title)));
        }
        return bands.toArray(Long[]::new);
    }

    private long smallest(int seed) {
        var key = mixed(seed + 1L);
        return shingles.stream()
                .mapToLong(shingle -> mixed(shingle ^ key))
                .min()
                .orElse(0);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .limit(MOST_WORDS)
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** FNV-1a. */
    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finaliser of MurmurHash3. */
    private static long mixed(long value) {
        var once = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        var twice = (once ^ (once >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return twice ^ (twice >>> 33);
    }
}
