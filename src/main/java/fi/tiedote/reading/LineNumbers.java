package fi.tiedote.reading;

/** Tells in which line of a text a place is, for places in the order of the text. Lines end as XML 1.0 §2.11 has it. */
class LineNumbers {
    private final String text;
    private int line;
    private int begin;
    private int seen;

    /** @param first the number of the line in which the text begins */
    LineNumbers(String text, int first) {
        this.text = text;
        this.line = first;
    }

    /** @param place not before any that was asked for */
    int at(int place) {
        for (; seen < Math.min(place, text.length()); seen++) {
            var character = text.charAt(seen);
            if (character == '\n' || (character == '\r' && !text.startsWith("\n", seen + 1))) {
                line++;
                begin = seen + 1;
            }
        }
        return line;
    }

    /** In UTF-16 units from 1, in the line of the text's own last place. */
    int column(int place) {
        return place - begin + 1;
    }
}
