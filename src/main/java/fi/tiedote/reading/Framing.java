package fi.tiedote.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Cuts what the frame of a page, or of a press release, has put around its text; the dates in it are kept. */
class Framing {
    private static final int OPENING = 5;
    private static final int SHORT = 40;
    private static final String DATE =
            "(?:\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}|\\d{1,2}\\.? \\p{L}{3,10} \\d{4}|\\d{4}-\\d\\d-\\d\\d)";
    private static final Pattern DATE_LINE =
            Pattern.compile("(?:\\p{L}{2,12}[.,]? )?(?:" + DATE + "|\\d{1,2}/\\d{1,2}/\\d{4})(?!\\d).*");
    private static final Pattern KIND =
            Pattern.compile("(?iu)(?:(?:.{1,60}\\s(?:tiedottaa|informerar|meddelar|tiedote))"
                    + "|news from\\s.{1,60}?|(?:media|lehdistö)?tiedote|uutinen|pressmeddelande|mediemeddelande|meddelande|nyhet"
                    + "|(?:press|media|news) release)(?:[,:]?\\s+(" + DATE + ".{0,15}))?");
    private static final Pattern PLACED = Pattern.compile(
            "^(\\p{Lu}[\\p{L}-]{2,30}(?:\\s\\p{Lu}[\\p{L}-]+)?,?\\s+(" + DATE + "))\\s*(?:[–—:-]\\s*|$)");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?iu)(?:julkaistu|julkaisupäivä|julkaistiin|publicerad|publicerat|publiceringsdatum|published(?: on)?"
                    + "|publication date|date published)\\b[:,]?\\s*(\\d.{5,40}?|\\p{L}{2,12}\\s\\d.{5,40}?)"
                    + "(?:[\\s,;|·–(-]+(?:viimeksi )?(?:päivitetty|muokattu|uppdaterad|senast uppdaterad|(?:last )?updated)"
                    + "(?: on)?\\b[:,]?\\s*(.{6,40}?))?\\)?");
    private static final Pattern UPDATED = Pattern.compile(
            "(?iu)(?:(?:viimeksi )?(?:päivitetty|muokattu)"
                    + "|(?:senast )?(?:uppdaterad|uppdaterat|ändrad)|(?:last )?(?:updated|modified)(?: on)?)\\b[:,]?\\s*(.{6,40})");
    private static final Pattern FRAME =
            Pattern.compile("(?iu)(?:lue (?:lisää|koko (?:juttu|tiedote|uutinen))|läs mera?"
                    + "|read more|continue reading|jatka lukemista|(?:jaa|dela|share|tweet|twiittaa)(?: (?:tämä|artikkeli|artikeln"
                    + "|sivu|sidan|this(?: page| article)?|some(?:ssa)?|(?:facebook|twitter|linkedin|whatsapp|x)(?:issa|issä|ssa|ssä|:ssä)?"
                    + "|(?:på|on|via) (?:facebook|twitter|linkedin|whatsapp|x)))?|tulosta(?: sivu)?|skriv ut|print(?: this page)?"
                    + "|takaisin(?: (?:ylös|alkuun|uutisiin|tiedotteisiin))?|tillbaka|back to (?:top|news)|kopioi linkki|copy link"
                    + "|kopiera länken|kuuntele|lyssna|listen)[\\s.…:»›>→]*");
    private static final Pattern COOKIES = Pattern.compile(
            "(?iu).*\\b(?:eväste\\p{L}*|cookies?|kakor)\\b.*(?:hyväksy|salli|estet|godkänn|tillåt|accept|allow|block).*");
    private static final Pattern ABOUT = Pattern.compile(
            "(?iu)(?:tietoa?j?a? (?:julkaisijasta|kaupungista|kunnasta|meistä|\\p{L}.{2,40} (?:kaupungista|kunnasta))"
                    + "|om (?:utgivaren|staden|kommunen|oss|\\p{L}.{2,30} (?:stad|kommun))"
                    + "|about (?:the )?(?:publisher|us|city of .{2,30}|municipality of .{2,30}|.{2,30} city))[:.]?");

    private final Element body;
    private final Set<String> repeated;
    private final @Nullable ZoneId zone;
    private @Nullable Instant published;
    private @Nullable Instant updated;

    private Framing(Element body, Set<String> repeated, ZoneId zone) {
        this.body = body;
        this.repeated = repeated;
        this.zone = zone;
    }

    /** @param publishedAt what a line of the frame says; null without one */
    record Frame(@Nullable Instant publishedAt, @Nullable Instant updatedAt) {}

    /** @param repeated what the source has said besides the text: title, author */
    static Frame cut(Element body, List<String> repeated, ZoneId zone) {
        var letters = repeated.stream().map(Plain::letters).filter(text -> !text.isEmpty());
        var framing = new Framing(body, letters.collect(Collectors.toSet()), zone);
        var rows = Printed.rows(body);
        var opening = framing.cutOpening(rows);
        framing.cutFrame(rows.subList(Math.min(opening, rows.size()), rows.size()));
        return new Frame(framing.published, framing.updated);
    }

    /** @return how many lines it had */
    private int cutOpening(List<Printed.Row> rows) {
        var at = 0;
        while (at < Math.min(OPENING, rows.size() - 1) && isOpening(rows.get(at).text())) {
            Printed.cut(rows.get(at), body);
            at++;
        }
        if (at < rows.size()) {
            cutPlace(rows.get(at));
        }
        return at;
    }

    private boolean isOpening(String text) {
        var kind = KIND.matcher(text);
        if (kind.matches()
                && (kind.group(1) != null || text.length() < 40 || text.equals(text.toUpperCase(Locale.ROOT)))) {
            published = first(published, kind.group(1));
            return true;
        }
        var place = PLACED.matcher(text);
        if (place.find() && place.end() == text.length()) {
            published = first(published, place.group(2));
            return true;
        }
        return isDated(text)
                || isDate(text)
                || repeated.contains(Plain.letters(text))
                || FRAME.matcher(text).matches();
    }

    private boolean isDate(String text) {
        var isOne = text.length() < SHORT && DATE_LINE.matcher(text).matches() && moment(text) != null;
        published = isOne ? first(published, text) : published;
        return isOne;
    }

    private boolean isDated(String text) {
        var both = PUBLISHED.matcher(text);
        if (both.matches() && moment(both.group(1)) != null) {
            published = first(published, both.group(1));
            updated = first(updated, both.group(2));
            return true;
        }
        var changed = UPDATED.matcher(text);
        if (changed.matches() && moment(changed.group(1)) != null) {
            updated = first(updated, changed.group(1));
            return true;
        }
        return false;
    }

    /** {@code Espoossa 24.11.2026 – The text goes on.} */
    private void cutPlace(Printed.Row row) {
        var place = PLACED.matcher(row.text());
        if (row.nodes().isEmpty() || !place.find() || place.end() == row.text().length()) {
            return;
        }
        var node = row.nodes().get(0);
        var own = PLACED.matcher(Line.of(node.getWholeText()).stream()
                .map(Line::text)
                .findFirst()
                .orElse(""));
        if (own.find()) {
            published = first(published, own.group(2));
            node.text(own.replaceFirst(Matcher.quoteReplacement("")));
        }
    }

    private void cutFrame(List<Printed.Row> rows) {
        for (var at = 0; at < rows.size(); at++) {
            var text = rows.get(at).text();
            if (at > 0 && at >= rows.size() / 2 && ABOUT.matcher(text).matches()) {
                rows.subList(at, rows.size()).forEach(row -> Printed.cut(row, body));
                return;
            }
            if (FRAME.matcher(text).matches()
                    || isDated(text)
                    || (text.length() < 300 && COOKIES.matcher(text).matches())) {
                Printed.cut(rows.get(at), body);
            }
        }
    }

    private @Nullable Instant first(@Nullable Instant known, @Nullable String text) {
        return known == null && text != null ? moment(text) : known;
    }

    private @Nullable Instant moment(String text) {
        return Dates.moment(text.strip(), zone).orElse(null);
    }
}
