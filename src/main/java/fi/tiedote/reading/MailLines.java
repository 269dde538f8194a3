package fi.tiedote.reading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The lines that a mail's writer has written: no quoted replies, forwarded headers, signatures, notices. */
class MailLines {
    private static final Pattern QUOTE = Pattern.compile("\\s*(?:>|\\|\\s).*");
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?iu)(?:on\\s.{6,200}\\swrote|.{6,200}\\s(?:kirjoitti"
                    + "(?:\\s.{1,80})?|skrev(?:\\s.{1,80})?|writes)|den\\s.{6,200}\\sskrev.{0,80}|am\\s.{6,200}schrieb.{0,80})\\s*:");
    private static final Pattern ORIGINAL = Pattern.compile(
            "(?iu)[-_*\\s]{2,}\\s*(?:original message|alkuperäinen viesti"
                    + "|ursprungligt meddelande|välitetty viesti|edelleenlähetetty viesti|vidarebefordrat meddelande"
                    + "|forwarded message|begin forwarded message)\\s*[-_*\\s:]*|begin forwarded message:|aloita välitetty viesti:");
    private static final Pattern HEADER = Pattern.compile("(?iu)\\*?(?:from|to|cc|sent|date|subject|reply-to|importance"
            + "|lähettäjä|vastaanottaja|kopio|lähetetty|päivämäärä|pvm|aihe|tärkeys"
            + "|från|till|kopia|skickat|datum|ämne):\\*?(?:\\s.*)?");
    private static final Pattern NOTICE =
            Pattern.compile("(?iu).*(?:tämä (?:sähköposti|viesti)\\S* .{0,80}luottamuksellis"
                    + "|(?:viesti|sähköposti)\\S* .{0,60}tarkoitettu (?:vain|ainoastaan)"
                    + "|detta (?:e-post)?meddelande .{0,80}(?:konfidentiell|avsett)"
                    + "|this (?:e-?mail|message|communication)\\b.{0,120}(?:confidential|intended|privileged)"
                    + "|lähetetty (?:iphone|android|ipad|outlook)|skickat från min|sent from my |get outlook for"
                    + "|ajattele ympäristöä ennen|tänk på miljön innan|think (?:of|about) the environment|consider the environment"
                    + "|please do not reply to this|älä vastaa tähän|you (?:are receiving|received) this"
                    + "|peruuta (?:uutiskirjeen )?tilaus|avsluta prenumeration|unsubscribe).*");
    private static final Pattern DELIMITER = Pattern.compile("--\\s?|_{10,}|-{10,}");
    private static final Pattern PASSED_ON = Pattern.compile(
            "(?iu).*(?:forwarded message|välitetty viesti|edelleenlähetetty viesti|vidarebefordrat meddelande).*");
    private static final int FEWEST_HEADERS = 3;
    private static final int MOST_ABOVE = 200;

    private MailLines() {}

    /**
     * For each line whether it stays.
     *
     * @param isForward whether the subject says that the text was passed on
     */
    static boolean[] own(List<String> lines, boolean isForward) {
        var stays = new boolean[lines.size()];
        var from = afterForward(lines, isForward);
        var end = end(lines, from);
        for (var at = from; at < end; at++) {
            var line = lines.get(at).strip();
            stays[at] = !QUOTE.matcher(lines.get(at)).matches()
                    && !NOTICE.matcher(line).matches()
                    && !ORIGINAL.matcher(line).matches();
        }
        return stays;
    }

    /** A forwarded release comes after its headers; what is written above them is for whoever forwarded it to. */
    private static int afterForward(List<String> lines, boolean isForward) {
        var start = 0;
        for (var at = 0; at < lines.size(); at++) {
            var end = endOfHeaders(lines, at);
            if (end > at
                    && (start == 0 || isForward(lines, start, at))
                    && hasText(lines, end)
                    && isAbove(lines, start, at, isForward)) {
                start = end;
                at = end - 1;
            }
        }
        return start;
    }

    /** Above what is passed on stands little: more is an answer, and the headers belong to what it answers. */
    private static boolean isAbove(List<String> lines, int from, int to, boolean isForward) {
        var above = IntStream.range(from, to)
                .mapToObj(lines::get)
                .filter(line -> !line.isBlank())
                .toList();
        var own = above.stream()
                .filter(line -> !ORIGINAL.matcher(line.strip()).matches())
                .mapToInt(String::length)
                .sum();
        var passedOn = isForward
                || above.stream().anyMatch(line -> PASSED_ON.matcher(line).matches());
        return own == 0 || (passedOn && own < MOST_ABOVE);
    }

    private static boolean isForward(List<String> lines, int from, int to) {
        return IntStream.range(from, to)
                .allMatch(at -> lines.get(at).isBlank()
                        || ORIGINAL.matcher(lines.get(at).strip()).matches());
    }

    private static boolean hasText(List<String> lines, int from) {
        return IntStream.range(from, lines.size())
                .anyMatch(at -> !lines.get(at).isBlank()
                        && !QUOTE.matcher(lines.get(at)).matches());
    }

    /** Where the text below a block of headers begins; the same place where there is none. */
    private static int endOfHeaders(List<String> lines, int from) {
        var at = from;
        var headers = 0;
        while (at < lines.size() && HEADER.matcher(lines.get(at).strip()).matches()) {
            headers++;
            at++;
        }
        return headers >= FEWEST_HEADERS ? at : from;
    }

    private static int end(List<String> lines, int from) {
        return IntStream.range(from, lines.size())
                .filter(at -> endsText(lines, at, from))
                .findFirst()
                .orElse(lines.size());
    }

    private static boolean endsText(List<String> lines, int at, int from) {
        var line = lines.get(at);
        var pair =
                at + 1 < lines.size() ? line.strip() + " " + lines.get(at + 1).strip() : line;
        return (at > from && DELIMITER.matcher(line).matches() && isSignature(lines, at))
                || ((ATTRIBUTION.matcher(line.strip()).matches()
                                || ATTRIBUTION.matcher(pair).matches())
                        && isQuoted(lines, at))
                || (at > from && ORIGINAL.matcher(line.strip()).matches())
                || (at > from && endOfHeaders(lines, at) > at);
    }

    /** A rule of dashes between two halves of a text is none. */
    private static boolean isSignature(List<String> lines, int at) {
        return lines.get(at).startsWith("-- ")
                || lines.get(at).equals("--")
                || IntStream.range(at + 1, lines.size())
                        .filter(below -> !lines.get(below).isBlank())
                        .limit(3)
                        .anyMatch(below ->
                                NOTICE.matcher(lines.get(below).strip()).matches());
    }

    /** "He wrote:" in a text is no attribution; above quoted lines, or at the end, it is. */
    private static boolean isQuoted(List<String> lines, int at) {
        var below = IntStream.range(at + 1, lines.size())
                .filter(next -> !lines.get(next).isBlank())
                .limit(2)
                .toArray();
        return below.length == 0
                || IntStream.of(below)
                        .anyMatch(next -> QUOTE.matcher(lines.get(next)).matches());
    }
}
