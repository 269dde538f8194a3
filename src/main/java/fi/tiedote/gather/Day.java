package fi.tiedote.gather;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The day that a text in lower case begins with.
 *
 * @param home the zone of the people who alone write it so; UTC where many do
 * @param rest what follows it
 */
record Day(LocalDate date, ZoneId home, String rest) {
    private static final ZoneId HERE = ZoneId.of("Europe/Helsinki");
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");
    private static final Pattern DAY_AND_MONTH = Pattern.compile("\\d{1,2}(?:er|\\.)?[ -]?(?:de )?(\\p{L}{3,14})");
    private static final Pattern FIRST_WORD =
            Pattern.compile("(\\p{L}+(?:-feira)?)( ?[.,:]+|)(?: |(?<=[.,:]))\\s?(?=\\S)");
    private static final Pattern OURS = Pattern.compile(
            "^(?:ma|ti|ke|to|pe|la|su)\\b|kuu(?:ta)?\\b|\\b(?:klo|kello|klockan|kl|mån|tis|ons|tors|fre|lör|sön)\\b|dag(?:en)? |\\b(?:januari|"
                    + "februari|mars|maj|juni|juli|augusti|oktober)\\b");
    private static final Set<String> DAYS =
            Set.of(("mon tue tues wed thu thur thurs fri sat sun ma ti ke to pe la su mån"
                            + " tis ons tor tors fre lör sön må on fr lö sö den the på"
                            + " le am dem"
                            + " julkaistu päivitetty publicerad uppdaterad published updated")
                    .split(" "));
    private static final Pattern LONG_DAY = Pattern.compile("\\p{L}+(?:day|dag|dagen|tai|taina|viikko|viikkona)");

    /**
     * Empty when no form of a date is recognised.
     *
     * @param written with what stood before it
     */
    static Optional<Day> of(String text, String written) {
        for (var form : DayForm.values()) {
            var match = form.pattern().matcher(text);
            if (match.lookingAt()) {
                var ours = form == DayForm.DOTTED || OURS.matcher(written).find();
                var home = ours ? HERE : HANGUL.matcher(written).find() ? KOREA : ZoneOffset.UTC;
                return Optional.of(new Day(form.date(match), home, text.substring(match.end())));
            }
        }
        return Optional.empty();
    }

    /** @param time that was written elsewhere */
    Day at(String time) {
        return new Day(date, home, " " + time + rest);
    }

    /** A right or wrong name of the day says nothing that the date does not say. */
    static String withoutWeekday(String text) {
        var rest = text;
        for (var word = FIRST_WORD.matcher(rest); word.lookingAt(); word = FIRST_WORD.matcher(rest)) {
            var name = word.group(1);
            if (!isDay(name, word.group(2), rest.substring(word.end()))) {
                return rest;
            }
            rest = rest.substring(word.end());
        }
        return rest;
    }

    /** Whatever a day and a month follow is a name of the day: the French Tuesday begins like March. */
    private static boolean isDay(String name, String mark, String next) {
        var date = DAY_AND_MONTH.matcher(next);
        if (DAYS.contains(name) || (date.lookingAt() && Months.number(date.group(1)) > 0)) {
            return true;
        }
        var isMarked = LONG_DAY.matcher(name).matches() || !mark.isEmpty();
        return isMarked && Months.number(name) == 0;
    }
}
