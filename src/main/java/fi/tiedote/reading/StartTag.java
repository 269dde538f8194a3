package fi.tiedote.reading;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A start tag of XML with its attributes (XML 1.0 §3.1).
 *
 * @param close where it closes with > or />; -1 where it does not
 * @param prefixes that it declares
 * @param flaw what is wrong with it; null where nothing is
 */
record StartTag(
        String name,
        int close,
        Set<String> prefixes,
        @Nullable String flaw) {
    private static final String DECLARES = "xmlns:";

    /** @param from where its < stands */
    static StartTag in(Signs signs, int from) {
        return new Reader(signs).read(from);
    }

    private static class Reader {
        private final Signs signs;
        private final Set<String> names = new HashSet<>();
        private final Set<String> prefixes = new HashSet<>();
        private @Nullable String flaw;

        Reader(Signs signs) {
            this.signs = signs;
        }

        StartTag read(int from) {
            var end = signs.nameEnd(from + 1);
            var name = signs.text().substring(from + 1, end);
            if (name.isEmpty()) {
                return new StartTag(name, -1, prefixes, "< that begins no tag");
            }
            var close = attributes(end);
            return new StartTag(name, close, prefixes, flaw == null ? null : flaw + " in " + Flaw.tag("<", name));
        }

        private int attributes(int from) {
            var text = signs.text();
            var end = from;
            var next = signs.blankEnd(from);
            while (flaw == null && next < text.length() && text.charAt(next) != '>' && !text.startsWith("/>", next)) {
                end = next == end ? bad() : attribute(next);
                next = signs.blankEnd(end);
            }
            return flaw == null && next == text.length() ? bad() : next;
        }

        private int bad() {
            flaw = "a bad attribute";
            return signs.text().length();
        }

        private int attribute(int from) {
            var text = signs.text();
            var nameEnd = signs.nameEnd(from);
            var sign = signs.blankEnd(nameEnd);
            var quote = signs.blankEnd(sign + 1);
            if (nameEnd == from || !text.startsWith("=", sign) || !signs.isQuote(quote)) {
                return bad();
            }
            var close = text.indexOf(text.charAt(quote), quote + 1);
            if (close < 0 || isBad(quote + 1, close)) {
                return bad();
            }
            declare(text.substring(from, nameEnd));
            return close + 1;
        }

        private void declare(String name) {
            if (!names.add(name)) {
                flaw = "the attribute " + Flaw.brief(name) + " twice";
            } else if (name.startsWith(DECLARES)) {
                prefixes.add(name.substring(DECLARES.length()));
            }
        }

        private boolean isBad(int from, int to) {
            for (var each = from; each < to; each++) {
                var character = signs.text().charAt(each);
                if (character == '<' || signs.isIllegal(each) || (character == '&' && signs.referenceEnd(each) < 0)) {
                    return true;
                }
            }
            return false;
        }
    }
}
