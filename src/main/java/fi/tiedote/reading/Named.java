package fi.tiedote.reading;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A person's name and, where it stands before it, the title: {@code perusopetuksen päällikkö Katri Liitu}. */
record Named(String title, String name) {
    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*");
    private static final Pattern PARTICLE = Pattern.compile("von|af|de|van|der|la|al|ben|di|da|el|bin|ter");
    private static final Pattern LINK = Pattern.compile("(?iu)of|for|and|&|ja|och|för|av|/|the");

    static Named of(String text) {
        var words = List.of(text.split(" "));
        var from = nameStart(words);
        if (from == words.size()) {
            return new Named("", text);
        }
        var titled = lastTitle(words, from);
        if (titled >= 0) {
            from = titled + 1;
        } else if (from > 0
                && words.size() - from > 2
                && LINK.matcher(words.get(from - 1)).matches()) {
            from = words.size() - 2;
        }
        return new Named(join(words, 0, from), join(words, from, words.size()));
    }

    /** Two to four words that are each written as a name is. */
    static boolean isName(String text) {
        var words = text.split(" ");
        return words.length >= 2
                && words.length <= 4
                && CAPITAL.matcher(words[0]).matches()
                && CAPITAL.matcher(words[words.length - 1]).matches()
                && Arrays.stream(words).allMatch(Named::mayBeInName)
                && Arrays.stream(words).noneMatch(word -> Titles.isUnit(word) || word.endsWith("."));
    }

    /** Whether a text is a name, or ends with one. */
    static boolean hasName(String text) {
        return isName(of(text).name());
    }

    /** A title that is written as a name is: {@code Project Manager Antero Hana}; -1 without one. */
    private static int lastTitle(List<String> words, int from) {
        return IntStream.iterate(words.size() - 3, at -> at >= from, at -> at - 1)
                .filter(at -> Titles.isOne(words.get(at)))
                .findFirst()
                .orElse(-1);
    }

    /** Where the row of capitalised words that ends the text begins. */
    private static int nameStart(List<String> words) {
        var before = IntStream.iterate(words.size() - 1, at -> at >= 0, at -> at - 1)
                .filter(at -> !mayBeInName(words.get(at)))
                .findFirst()
                .orElse(-1);
        return IntStream.range(before + 1, words.size())
                .filter(at -> CAPITAL.matcher(words.get(at)).matches())
                .findFirst()
                .orElse(words.size());
    }

    private static boolean mayBeInName(String word) {
        return CAPITAL.matcher(word).matches() || PARTICLE.matcher(word).matches();
    }

    private static String join(List<String> words, int from, int to) {
        return String.join(" ", words.subList(from, to));
    }
}
