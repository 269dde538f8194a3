package fi.tiedote.reading;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the text form of a press release: title, date, perhaps a dateline and the title in capitals, paragraphs and
 * headings, people to ask, a signature, perhaps rows of other news.
 */
class TextForm {
    private static final int LONGEST_TITLE = 300;
    private static final Pattern DATELINE = Pattern.compile("(?iu)(?:.{1,60}\\s(?:tiedottaa|informerar|meddelar)"
            + "|news from\\s.{1,60}?|tiedote|mediatiedote|pressmeddelande|press release)"
            + "(?:,?\\s+\\d{1,2}\\.\\d{1,2}\\.\\d{4})?");

    private TextForm() {}

    static Reading read(String text, Origin origin) {
        var problems = new ArrayList<String>();
        var lines = EmbargoFirst.moved(Line.of(Lines.cut(text, problems::add)));
        var title = lines.get(0).text();
        if (DateLine.isOne(title) || title.length() > LONGEST_TITLE || !title.matches("(?s).*\\p{L}.*")) {
            return new Unreadable("its first line is no title: write the title there and the date after it");
        }
        var date = lines.size() < 2 ? "" : lines.get(1).text();
        return DateLine.moment(date, origin.zone())
                .map(published -> new ItemBuilder(name(origin.url()).item())
                        .title(title)
                        .published(published)
                        .build())
                .<Reading>map(item -> new Document(
                        Format.TEXT,
                        Channel.NONE,
                        document(item, lines.subList(2, lines.size()), origin).items(),
                        problems))
                .orElseGet(() -> new Unreadable(undated(date)));
    }

    static Document document(Item opening, List<Line> lines, Origin origin) {
        var text = Colophon.of(OtherNews.cut(withoutOpening(lines, opening.title())));
        var item = new ItemBuilder(opening)
                .language(Tongue.first(
                        name(origin.url()).language(), origin.language(), opening.title(), words(text.body())))
                .body(new Body(Markup.html(text.body()), "", text.contacts()))
                .build();
        return new Document(Format.TEXT, Channel.NONE, List.of(item), List.of());
    }

    private static List<Line> withoutOpening(List<Line> lines, String title) {
        return lines.stream().dropWhile(line -> isOpening(line.text(), title)).toList();
    }

    /** The title once more, or who informs and when. */
    static boolean isOpening(String line, String title) {
        return repeats(line, title) || DATELINE.matcher(line).matches();
    }

    /** The title in capitals, perhaps broken into several lines. */
    private static boolean repeats(String line, String title) {
        var capitals = line.equals(line.toUpperCase(Locale.ROOT));
        return Plain.letters(line).equals(Plain.letters(title))
                || (capitals && Plain.letters(title).contains(Plain.letters(line)));
    }

    private static String words(List<Line> lines) {
        return String.join(" ", lines.stream().map(Line::text).toList());
    }

    private static FileName name(URI url) {
        return FileName.of(url.getPath());
    }

    private static String undated(String line) {
        return line.matches("[\\d.\\s]{6,12}")
                ? "there is no date " + line + ": mend the line after the title"
                : "there is no date after the title: write one such as 20.11.2026 on a line of its own";
    }
}
