package fi.tiedote.release;

import org.jsoup.Jsoup;

/** The opening of a release in plain text, for lists and summaries. */
class Lead {
    private static final int LIMIT = 300;

    private Lead() {}

    static String of(String given, String bodyHtml) {
        var lead = Legible.line(given);
        return cut(lead.isEmpty() ? firstParagraph(bodyHtml) : lead);
    }

    private static String firstParagraph(String bodyHtml) {
        var body = Jsoup.parseBodyFragment(bodyHtml).body();
        var paragraph = body.select("p").stream()
                .map(each -> each.text().strip())
                .filter(text -> text.length() > 20)
                .findFirst();
        return Legible.line(paragraph.orElseGet(body::text));
    }

    /** At most the limit, cut at a word. */
    private static String cut(String text) {
        if (text.length() <= LIMIT) {
            return text;
        }
        var space = text.lastIndexOf(' ', LIMIT - 1);
        var end = space > LIMIT / 2 ? space : LIMIT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                        .strip() + "…";
    }
}
