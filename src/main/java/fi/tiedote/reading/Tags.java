package fi.tiedote.reading;

import java.util.function.Consumer;

/** How many tags a text has: each becomes something many times as large in memory. */
class Tags {
    /** As many as a text of one release may have. */
    static final int MOST = 100_000;

    static final String TOO_MANY = "it has more than " + MOST + " tags; what follows them was left out";

    private Tags() {}

    /** Without what follows so many. */
    static String cut(String html, Consumer<String> problems) {
        var end = end(html, MOST);
        if (end < html.length()) {
            problems.accept(TOO_MANY);
        }
        return html.substring(0, end);
    }

    /** Where the next one after so many begins; the end of a text that has no more. */
    static int end(String text, int most) {
        var at = text.indexOf('<');
        for (var tags = 0; at >= 0 && tags < most; tags++) {
            at = text.indexOf('<', at + 1);
        }
        return at < 0 ? text.length() : at;
    }
}
