package fi.tiedote.reading;

/** The characters of a text as XML 1.0 §2.2 and §2.3 sort them. */
record Signs(String text) {
    private static final int LONGEST_NAME = 60;

    int nameEnd(int from) {
        var end = from;
        while (end < text.length() && isInName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    int blankEnd(int from) {
        var end = from;
        while (end < text.length() && text.charAt(end) <= ' ') {
            end++;
        }
        return end;
    }

    /** @return behind the semicolon; -1 where no reference begins */
    int referenceEnd(int from) {
        var end = from + 1;
        while (end < text.length() && end - from < LONGEST_NAME && isInReference(text.charAt(end))) {
            end++;
        }
        return end > from + 1 && text.startsWith(";", end) ? end + 1 : -1;
    }

    boolean isQuote(int at) {
        return text.startsWith("\"", at) || text.startsWith("'", at);
    }

    /** The first that may not stand in XML, however it is written; -1 without one. */
    int firstIllegal(int from, int to) {
        for (var at = from; at < to; at++) {
            if (isIllegal(at)) {
                return at;
            }
        }
        return -1;
    }

    boolean isIllegal(int at) {
        var character = text.charAt(at);
        return character < ' '
                ? character != '\t' && character != '\n' && character != '\r'
                : character >= 0xFFFE || (Character.isSurrogate(character) && isLone(at));
    }

    private boolean isLone(int at) {
        var pair = Character.isHighSurrogate(text.charAt(at)) ? at : at - 1;
        return pair < 0
                || pair + 1 >= text.length()
                || !Character.isSurrogatePair(text.charAt(pair), text.charAt(pair + 1));
    }

    private static boolean isInReference(char character) {
        return character == '#' || isInName(character);
    }

    private static boolean isInName(char character) {
        return Character.isLetterOrDigit(character) || ":_-.\u00B7".indexOf(character) >= 0;
    }
}
