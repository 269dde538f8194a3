package fi.tiedote.reading;

import fi.tiedote.city.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a title in capitals sentence case; names and abbreviations stay as the text writes them. */
class Capitals {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*");
    private static final int SHORTEST = 7;
    private static final int MOST_WORDS = 5_000;
    private static final Set<String> ABBREVIATIONS = Set.of(
            ("EU EU:N UNESCO UNICEF YK FN UN HSL HSY HUS THL STT YTK VR VTT SPR SM TE ELY AVI SOTE KHO KKO GDPR ICT IT"
                            + " AI TV USA NATO OECD WHO COVID LED CO PDF WC ATK HKL YTHS SYKE STUK LVM STM OKM TEM")
                    .split(" "));
    private static final Set<String> ENGLISH_NAMES =
            Set.of(("monday tuesday wednesday thursday friday saturday sunday january february april june july august"
                            + " september october november december english finnish swedish finland sweden i easter christmas")
                    .split(" "));

    private final Map<String, String> written = new HashMap<>();
    private final Map<String, String> names;
    private final boolean english;

    private Capitals(@Nullable Language language, List<Printed.Row> rows, Collection<String> names) {
        this.english = language == Language.EN;
        this.names = names.stream()
                .flatMap(name -> WORD.matcher(name).results())
                .map(match -> match.group())
                .filter(word -> Character.isUpperCase(word.charAt(0)) && word.length() > 2)
                .collect(Collectors.toMap(word -> word.toLowerCase(Locale.ROOT), word -> word, (one, other) -> one));
        rows.stream().limit(MOST_WORDS / 10).forEach(this::read);
    }

    /** @param names of places, as they are written; their inflections begin so */
    static String lowered(String title, @Nullable Language language, List<Printed.Row> rows, Collection<String> names) {
        return isInCapitals(title) ? new Capitals(language, rows, names).sentence(title) : title;
    }

    static boolean isInCapitals(String title) {
        var letters = title.codePoints().filter(Character::isLetter).count();
        return letters >= SHORTEST
                && title.codePoints().noneMatch(Character::isLowerCase)
                && !Stream.of(title.split("[^\\p{L}]+")).allMatch(ABBREVIATIONS::contains);
    }

    /** The form that a word has within sentences counts: at their beginning every word has a capital. */
    private void read(Printed.Row row) {
        var text = row.text();
        if (isInCapitals(text)) {
            return;
        }
        WORD.matcher(text).results().limit(MOST_WORDS - written.size()).forEach(match -> {
            var word = match.group();
            var before = text.substring(0, match.start()).strip();
            var begins = before.isEmpty() || before.matches("(?s).*[.!?:–”\"»(]");
            var isCapital = Character.isUpperCase(word.charAt(0));
            var isAbbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
            if (!begins || !isCapital || isAbbreviation) {
                written.merge(word.toLowerCase(Locale.ROOT), word, Capitals::lower);
            }
        });
    }

    /** Whatever is written small somewhere is no name. */
    private static String lower(String one, String other) {
        return Character.isLowerCase(other.charAt(0)) ? other : one;
    }

    private String sentence(String title) {
        var lowered = WORD.matcher(title).replaceAll(match -> word(title, match.group(), match.start()));
        var first = WORD.matcher(lowered);
        if (!first.find()) {
            return lowered;
        }
        var at = first.start();
        return lowered.substring(0, at)
                + lowered.substring(at, at + 1).toUpperCase(Locale.ROOT)
                + lowered.substring(at + 1);
    }

    private String word(String title, String word, int at) {
        var lower = word.toLowerCase(Locale.ROOT);
        var isEnding = at > 0 && title.charAt(at - 1) == ':' && at > 1 && Character.isLetter(title.charAt(at - 2));
        if (isEnding) {
            return lower;
        }
        var form = form(word, lower);
        var begins = title.substring(0, at).matches("(?s).*[.!?]\\s+[\"”»]?");
        return begins ? form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1) : form;
    }

    private String form(String word, String lower) {
        var own = written.get(lower);
        if (own != null) {
            return own;
        }
        if (ABBREVIATIONS.contains(word)) {
            return word;
        }
        if (written.entrySet().stream()
                .anyMatch(
                        entry -> Character.isLowerCase(entry.getValue().charAt(0)) && begins(lower, entry.getKey()))) {
            return lower;
        }
        var isName = names.keySet().stream().anyMatch(name -> begins(lower, name))
                || (english && ENGLISH_NAMES.contains(lower))
                || written.entrySet().stream()
                        .anyMatch(entry -> isCapitalised(entry.getValue()) && begins(lower, entry.getKey()));
        return isName ? word.substring(0, 1) + lower.substring(1) : lower;
    }

    private static boolean isCapitalised(String word) {
        return word.length() > 1 && Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(word.charAt(1));
    }

    /** Whether they are one word in two inflections: all but the last letters are equal. */
    private static boolean begins(String word, String name) {
        var shared = Math.min(word.length(), name.length());
        var same = 0;
        while (same < shared && word.charAt(same) == name.charAt(same)) {
            same++;
        }
        return same >= 4 && same >= name.length() - 3 && word.length() - same <= 6;
    }
}
