package fi.tiedote.gather;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What follows a day: time and zone, or nothing; then it is the day's first moment. */
record TimeOfDay(
        int hour,
        int minute,
        int second,
        int nano,
        @Nullable ZoneId zone) {
    private static final String WORDS = "klo|kello|kl\\.?|klockan|at|om|à|um|ore|alle|en|в";
    private static final String OF_HOURS = " ?h(?:eures?)? ?";
    private static final String UNTIL = "(?: ?– ?\\d{1,2}(?:[.:]\\d{2})?| ?- ?\\d{1,2}\\.\\d{2})?";
    private static final String UNTIL_HOUR = " ?[-–] ?\\d{1,2}(?![\\d:.])";
    /** Of the day, in Finnish and Swedish. */
    private static final String HALVES = "ap\\.?|ip\\.?|fm\\.?|em\\.?";

    private static final Pattern FORM = Pattern.compile("[ ,]*(?:[-–|] )?(?:t(?=\\d))?(?:-(?=t?\\d+:)t?)?"
            + "(?:(?:" + WORDS + ")(?: |(?=\\d)))?(?:(오전|오후) ?)?(?:(\\d{1,2})(?:(?:[:.]?|" + OF_HOURS
            + ")(\\d{2})(?:[:.]?(\\d{2})(?:(?:[.,]|:(?=\\d{3}|00))(\\d{1,30}))?)?(?:h(?![a-z])|:(?=[-+]))?" + UNTIL
            + "|" + OF_HOURS + "(?![a-z])|"
            + UNTIL_HOUR + ")?)?"
            + "(?: ?(a\\.?m\\.?|p\\.?m\\.?|" + HALVES + ")(?![a-z])| uhr)?(?: ?([-+a-z].*|0{2,4}))?");

    /** After a day it may be a zone, a range or an hour. */
    private static final Pattern HOURS_ALONE = Pattern.compile("[-+]\\d{1,2}");

    static Optional<TimeOfDay> of(String rest) {
        var parts = FORM.matcher(rest);
        return parts.matches() && !HOURS_ALONE.matcher(rest).matches() ? Optional.of(time(parts)) : Optional.empty();
    }

    /** @throws DateTimeException when there is no such time */
    Instant on(LocalDate date, ZoneId otherwise) {
        if (hour == 24 && minute + second + nano > 0) {
            throw new DateTimeException("a day ends at 24:00");
        }
        var leaps = second == 60;
        var day = hour == 24 ? date.plusDays(1) : date;
        return day.atTime(hour == 24 ? 0 : hour, minute, leaps ? 59 : second, leaps ? 0 : nano)
                .atZone(zone == null ? otherwise : zone)
                .toInstant()
                .plusSeconds(leaps ? 1 : 0);
    }

    private static TimeOfDay time(Matcher parts) {
        return new TimeOfDay(
                hour(parts), number(parts, 3), number(parts, 4), nano(parts.group(5)), Offsets.zone(parts.group(7)));
    }

    private static int hour(Matcher parts) {
        var hour = number(parts, 2);
        var half = parts.group(1) == null ? parts.group(6) : parts.group(1);
        if (half == null) {
            return hour;
        }
        var isAfternoon = "pie오".indexOf(half.charAt(0)) >= 0 && !half.equals("오전");
        if (hour > 12) {
            return isAfternoon ? hour : 25;
        }
        return hour % 12 + (isAfternoon ? 12 : 0);
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static int nano(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
}
