package fi.tiedote.release;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the language versions of a release share: pictures ({@code i:}), people ({@code c:}), figures ({@code f:}). */
class Marks {
    private static final int MOST = 60;
    private static final int ENOUGH = 6;
    private static final int FIGURES = 3;
    private static final int MANY = 5;
    /** What is at most this large is the day of a month or the hour of a day, which any two notices share. */
    private static final int SMALL = 31;

    private Marks() {}

    static Set<String> of(Content content, Wording wording) {
        var marks = new LinkedHashSet<String>();
        content.attachments().stream()
                .filter(file -> file.type().isEmpty() || file.type().startsWith("image/"))
                .forEach(file -> marks.add("i:" + file.url()));
        for (var contact : content.contacts()) {
            marks.add("c:" + contact.telephone().replaceAll("[^\\d+]+", "").replaceFirst("^\\+3580?", "0"));
            marks.add("c:" + contact.email().toLowerCase(Locale.ROOT));
        }
        marks.remove("c:");
        wording.figures().keySet().stream()
                .filter(figure -> figure.length() > 1 && !figure.matches("20\\d\\d"))
                .sorted()
                .forEach(figure -> marks.add("f:" + figure));
        return marks.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How much speaks for two being versions of one release; see {@link #isEnough}. */
    static int score(Set<String> one, Collection<String> other, boolean atOnce) {
        var shared = new HashSet<>(one);
        shared.retainAll(other);
        return (count(shared, "i:") > 0 ? 3 : 0)
                + (count(shared, "c:") > 0 ? 2 : 0)
                + figures(shared, count(one, "f:") + count(other, "f:"))
                + (atOnce ? 1 : 0);
    }

    /** Most of their figures, and some that are no dates. */
    private static int figures(Set<String> shared, long together) {
        var figures = count(shared, "f:");
        var all = together - figures;
        var large = shared.stream().filter(Marks::isLarge).count();
        if (figures < FIGURES || large < 2 || figures * 10 < all * 6) {
            return 0;
        }
        return figures >= MANY && figures * 10 >= all * 8 ? 4 : 3;
    }

    private static boolean isLarge(String mark) {
        return mark.matches("f:\\d{1,9}") ? Integer.parseInt(mark.substring(2)) > SMALL : mark.startsWith("f:");
    }

    /** Two kinds of marks besides one moment, or one of them strong; and nobody else who comes near. */
    static boolean isEnough(int best, int second) {
        return best >= ENOUGH && best - second >= 2;
    }

    private static long count(Collection<String> marks, String kind) {
        return marks.stream().filter(mark -> mark.startsWith(kind)).count();
    }
}
