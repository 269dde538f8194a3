package fi.tiedote.gather;

import java.util.regex.Pattern;

/**
 * A string of JSON, ended where it must have been meant to end, with its own quotes and bad escapes mended.
 *
 * @param quoted as JSON has it
 * @param end behind it in the text
 * @param cut whether the text ends before it does
 */
record LooseString(String quoted, int end, boolean cut) {
    private static final int LONGEST_NAME = 60;
    private static final Pattern NAME = Pattern.compile("\"[^\"\\\\\\n]{1,60}\"\\s{0,20}:");
    private static final Pattern BARE_NAME = Pattern.compile("[A-Za-z_]\\w{0,60}\\s{0,20}:");
    private static final Pattern UNICODE = Pattern.compile("\\\\u[0-9A-Fa-f]{4}");
    private static final String AFTER_COMMA = "\"'{},]/";

    /** What the string is in: the name of a member, its value, or an element of a list. */
    enum Place {
        NAME,
        MEMBER,
        ELEMENT
    }

    /** @param from where its quotation mark is */
    static LooseString in(String text, int from, Place place) {
        return new Scan(text, from, place).read();
    }

    /** @return the place of the next character that is no space; the text's length without one */
    static int next(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static class Scan {
        private final String text;
        private final char mark;
        private final Place place;
        private final StringBuilder out = new StringBuilder("\"");
        private int at;
        private int inner = -1;
        private int outBeforeInner;

        Scan(String text, int from, Place place) {
            this.text = text;
            this.mark = text.charAt(from);
            this.place = place;
            this.at = from + 1;
        }

        LooseString read() {
            while (at < text.length()) {
                var character = text.charAt(at);
                if (character == '\\') {
                    escape();
                } else if (character == mark && ends()) {
                    return new LooseString(out.append('"').toString(), at + 1, false);
                } else if (character == mark && swallowedName()) {
                    return new LooseString(beforeName(), inner, false);
                } else {
                    plain(character);
                }
            }
            return new LooseString("null", text.length(), true);
        }

        private void plain(char character) {
            if (character == '"') {
                meetInner(at);
                out.append('\\');
            }
            out.append(character);
            at++;
        }

        private void escape() {
            var escaped = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (escaped == 'u'
                    && !UNICODE.matcher(text).region(at, text.length()).lookingAt()) {
                out.append("\\\\u");
            } else {
                if (escaped == mark) {
                    meetInner(at + 1);
                }
                out.append("\"\\/bfnrtu".indexOf(escaped) >= 0 ? "\\" : "").append(escaped);
            }
            at += 2;
        }

        private void meetInner(int quote) {
            inner = quote;
            outBeforeInner = out.length();
        }

        private boolean ends() {
            var next = next(text, at + 1);
            if (place != Place.MEMBER || next == text.length()) {
                return true;
            }
            return switch (text.charAt(next)) {
                case '}', ']' -> true;
                case ',', ';' -> isFollowed(next(text, next + 1));
                case ':' -> inner < 0;
                case '"' -> NAME.matcher(text).region(next, text.length()).lookingAt();
                default -> text.startsWith("//", next) || text.startsWith("/*", next);
            };
        }

        private boolean isFollowed(int next) {
            return next == text.length()
                    || AFTER_COMMA.indexOf(text.charAt(next)) >= 0
                    || BARE_NAME.matcher(text).region(next, text.length()).lookingAt();
        }

        /** The value had no end: what its next mark seems to quote is a name already. */
        private boolean swallowedName() {
            var next = next(text, at + 1);
            return place == Place.MEMBER
                    && inner >= 0
                    && at - inner <= LONGEST_NAME
                    && next < text.length()
                    && text.charAt(next) == ':';
        }

        private String beforeName() {
            out.setLength(outBeforeInner);
            var value = out.toString().stripTrailing();
            return (value.endsWith(",") ? value.substring(0, value.length() - 1) : value) + '"';
        }
    }
}
