package fi.tiedote.gather;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A person's name and, where it stands before it, the title: {@code perusopetuksen päällikkö Katri Liitu}. */
record Named(String title, String name) {
    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*");
    private static final Pattern PARTICLE = Pattern.compile("von|af|de|van|der|la|al|ben");
    private static final Pattern TITLE =
            Pattern.compile("(?iu).*(johtaja|päällikkö|asiantuntija|suunnittelija|insinööri"
                    + "|arkkitehti|koordinaattori|sihteeri|rehtori|lakimies|tuottaja|mestari|neuvoja|opettaja|ohjaaja|tiedottaja"
                    + "|kehittäjä|esimies|lääkäri|direktör|chef|ledare|rektor|planerare|ingenjör|arkitekt|koordinator"
                    + "|sekreterare|sakkunnig|producent|informatör|lärare|manager|director|officer|engineer|planner)");

    static Named of(String text) {
        var words = List.of(text.split(" "));
        var from = nameStart(words);
        if (from == words.size()) {
            return new Named("", text);
        }
        if (from == 0 && words.size() > 2 && TITLE.matcher(words.get(0)).matches()) {
            from = 1;
        }
        return new Named(join(words, 0, from), join(words, from, words.size()));
    }

    /** Two to four words that are each written as a name is. */
    static boolean isName(String text) {
        var words = text.split(" ");
        return words.length >= 2
                && words.length <= 4
                && CAPITAL.matcher(words[0]).matches()
                && Arrays.stream(words).allMatch(Named::mayBeInName);
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
