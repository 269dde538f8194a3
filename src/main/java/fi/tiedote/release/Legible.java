package fi.tiedote.release;

/** Text that every feed format and every reader can take. */
class Legible {
    private Legible() {}

    /** Without what XML 1.0 forbids (§2.2): control characters, lone surrogates, noncharacters. */
    static String text(String text) {
        if (text.codePoints().allMatch(Legible::isAllowed)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(Legible::isAllowed).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** One line of it: white space of any kind is one space. */
    static String line(String text) {
        return text(text).replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
