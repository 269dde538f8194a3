package fi.tiedote.release;

/** Text that every feed format and every reader can take. */
class Legible {
    private Legible() {}

    /** Without what XML 1.0 forbids or discourages (§2.2): control characters, lone surrogates, noncharacters. */
    static String text(String text) {
        var at = firstIllegal(text);
        if (at == text.length()) {
            return text;
        }
        var clean = new StringBuilder(text.length()).append(text, 0, at);
        text.substring(at).codePoints().filter(Legible::isAllowed).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** One line of it: white space of any kind is one space. */
    static String line(String text) {
        return text(text).replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private static int firstIllegal(String text) {
        var at = 0;
        while (at < text.length() && isAllowed(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character < 0x7F)
                || (character > 0x9F && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
