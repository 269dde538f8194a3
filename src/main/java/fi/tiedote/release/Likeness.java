package fi.tiedote.release;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether two texts of one language are one release. Monthly decisions and weekly notices are alike and are not. */
class Likeness {
    private static final int SHORT = 30;
    private static final double CONTAINED = 0.85;
    private static final double NEARLY_EQUAL = 0.9;
    private static final double AKIN = 0.4;

    private Likeness() {}

    /** Two sources print it: boilerplate may differ, but not what it says. */
    static boolean isOne(Wording one, Wording other) {
        if (isEqual(one, other)) {
            return true;
        }
        var shorter = one.words().size() <= other.words().size() ? one : other;
        var longer = shorter == one ? other : one;
        if (shorter.words().size() < SHORT || !saysTheSame(shorter, longer)) {
            return false;
        }
        var contained = share(shorter.shingles(), longer.shingles());
        return haveOneTitle(one, other)
                ? contained >= CONTAINED
                : one.figuresOfTitle().equals(other.figuresOfTitle())
                        && contained >= NEARLY_EQUAL
                        && jaccard(one.shingles(), other.shingles()) >= NEARLY_EQUAL;
    }

    static boolean isEqual(Wording one, Wording other) {
        return one.title().equals(other.title()) && one.words().equals(other.words());
    }

    /** Under one address of one source: a correction has much of what it corrects, another release has not. */
    static boolean isAkin(Wording one, Wording other) {
        return one.title().equals(other.title()) || jaccard(one.shingles(), other.shingles()) >= AKIN;
    }

    /** No figure of the shorter is missing in the longer, and no name was put in another's place. */
    private static boolean saysTheSame(Wording shorter, Wording longer) {
        var names = missing(shorter.names(), longer.names());
        var others = missing(longer.names(), shorter.names());
        return hasFigures(longer.figures(), shorter.figures()) && (names.isEmpty() || others.isEmpty());
    }

    private static boolean hasFigures(Map<String, Long> longer, Map<String, Long> shorter) {
        return shorter.entrySet().stream()
                .allMatch(figure -> longer.getOrDefault(figure.getKey(), 0L) >= figure.getValue());
    }

    private static boolean haveOneTitle(Wording one, Wording other) {
        return one.title().containsAll(other.title()) || other.title().containsAll(one.title());
    }

    private static Set<String> missing(Set<String> from, Set<String> in) {
        var missing = new HashSet<>(from);
        missing.removeAll(in);
        return missing;
    }

    /** How much of the first is in the second. */
    private static double share(Collection<Long> first, Set<Long> second) {
        return first.isEmpty()
                ? 0
                : (double) first.stream().filter(second::contains).count() / first.size();
    }

    private static double jaccard(Set<Long> one, Set<Long> other) {
        var shared = one.stream().filter(other::contains).count();
        var all = one.size() + other.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }
}
