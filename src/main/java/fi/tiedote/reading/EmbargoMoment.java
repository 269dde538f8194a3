package fi.tiedote.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The moment within words: a date, with or without a year, and a time of day, in any order. Without a time it is the day's
 * first moment, or the next day's where the words say that the day is within the embargo.
 */
class EmbargoMoment {
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?\\s?(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern DOTTED = Pattern.compile(
            "(?<![\\d.:])(?<!\\b(?:klo|kello|kl|kl\\.|klockan|at) )(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.\\s?(\\d{4}|\\d{2}(?![.:\\d]))|\\.(?!\\d))(?![\\d:])");
    private static final Pattern SLASHED = Pattern.compile("(?<![\\d/])(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})(?![\\d/])");
    private static final Pattern WORDS = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s+(?:of |den )?(\\p{L}{3,12})\\.?,?(?:\\s+(\\d{4}))?(?!\\d)");
    private static final Pattern WORDS_FIRST =
            Pattern.compile("(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?![\\d:.])");
    private static final Pattern RELATIVE =
            Pattern.compile("(?<!\\p{L})(tänään|idag|i dag|today|huomenna|imorgon|i morgon|tomorrow)(?!\\p{L})");
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d.:])(?:(klo|kello|kl\\.?|klockan|at|time)\\s*)?"
                    + "(\\d{1,2})(?:[.:](\\d{2}))?(?:[.:]\\d{2})?\\s*(noon|midnight|am|pm|a\\.m\\.?|p\\.m\\.?|hrs|h)?(?![\\d:])");
    private static final Pattern ZONE = Pattern.compile("\\b(utc|gmt|z|cet|cest|eet|eest)\\b");
    private static final Map<String, String> ZONES = Map.of(
            "utc", "Z", "gmt", "Z", "z", "Z", "cet", "+01:00", "cest", "+02:00", "eet", "+02:00", "eest", "+03:00");
    private static final Pattern THROUGH = Pattern.compile("\\b(?:till och med|t\\.?o\\.?m|through|end of)\\b");

    private EmbargoMoment() {}

    /** Empty for words without a date, and for a date or time that cannot exist. */
    static Optional<Instant> of(String words, Instant published, ZoneId zone) {
        var text = words.toLowerCase(Locale.ROOT).replaceAll("[\\s\\h]+", " ");
        try {
            var iso = ISO.matcher(text);
            if (iso.find() && iso.group(6) != null) {
                return Optional.of(java.time.OffsetDateTime.parse(iso.group()
                                .replace(' ', 'T')
                                .toUpperCase(Locale.ROOT)
                                .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                        .toInstant());
            }
            return day(text, published.atZone(zone).toLocalDate()).flatMap(day -> at(day, text, zone));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> at(Found day, String text, ZoneId given) {
        var named = ZONE.matcher(text);
        var zone = named.find() ? ZoneId.of(ZONES.getOrDefault(named.group(1), "Z")) : given;
        var around = text.substring(0, day.begin()) + " " + text.substring(day.end());
        var times = TIME.matcher(around).results().toList();
        var time = times.stream()
                .filter(match -> match.group(1) != null)
                .findFirst()
                .or(() -> times.stream()
                        .filter(match -> match.group(3) != null || match.group(4) != null)
                        .findFirst());
        var iso = day.time();
        if (iso != null) {
            return Optional.of(day.date().atTime(iso).atZone(zone).toInstant());
        }
        if (time.isPresent()) {
            return Optional.of(moment(day.date(), time.get()).atZone(zone).toInstant());
        }
        var noon = around.matches(".*\\b(?:noon|keskipäivä\\w*)\\b.*") ? 12 : 0;
        var late = THROUGH.matcher(around).find() ? day.date().plusDays(1) : day.date();
        return Optional.of(late.atTime(noon, 0).atZone(zone).toInstant());
    }

    private static LocalDateTime moment(LocalDate day, MatchResult time) {
        var hour = Integer.parseInt(time.group(2));
        var minute = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        var half = time.group(4) == null ? "" : time.group(4);
        if (hour == 24 && minute == 0) {
            return day.plusDays(1).atStartOfDay();
        }
        if (half.startsWith("p") && hour < 12) {
            hour += 12;
        } else if ((half.startsWith("a") || half.equals("midnight")) && hour == 12) {
            hour = 0;
        }
        return day.atTime(LocalTime.of(hour, minute));
    }

    /** @param time of a form that has both; null else */
    private record Found(
            LocalDate date,
            @org.jspecify.annotations.Nullable LocalTime time,
            int begin,
            int end) {}

    private static Optional<Found> day(String text, LocalDate today) {
        var iso = ISO.matcher(text);
        if (iso.find()) {
            var date = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            var time = iso.group(4) == null ? null : LocalTime.of(number(iso, 4), number(iso, 5));
            return Optional.of(new Found(date, time, iso.start(), iso.end()));
        }
        for (var form : new Pattern[] {DOTTED, SLASHED}) {
            var match = form.matcher(text);
            if (match.find()) {
                return Optional.of(
                        found(match.toMatchResult(), number(match, 1), number(match, 2), match.group(3), today));
            }
        }
        return inWords(text, today).or(() -> relative(text, today));
    }

    private static Optional<Found> inWords(String text, LocalDate today) {
        var last = WORDS.matcher(text)
                .results()
                .filter(match -> Months.number(match.group(2)) > 0)
                .findFirst()
                .map(match -> found(
                        match, Integer.parseInt(match.group(1)), Months.number(match.group(2)), match.group(3), today));
        return last.or(() -> WORDS_FIRST
                .matcher(text)
                .results()
                .filter(match -> Months.number(match.group(1)) > 0)
                .findFirst()
                .map(match -> found(
                        match,
                        Integer.parseInt(match.group(2)),
                        Months.number(match.group(1)),
                        match.group(3),
                        today)));
    }

    private static Optional<Found> relative(String text, LocalDate today) {
        var word = RELATIVE.matcher(text);
        if (!word.find()) {
            return Optional.empty();
        }
        var later = word.group(1).matches("huomenna|imorgon|i morgon|tomorrow") ? 1 : 0;
        return Optional.of(new Found(today.plusDays(later), null, word.start(), word.end()));
    }

    private static Found found(
            MatchResult match, int day, int month, @org.jspecify.annotations.Nullable String year, LocalDate today) {
        return new Found(date(day, month, year, today), null, match.start(), match.end());
    }

    /** Without a year it is the next such day; one that is only just over was this year's. */
    private static LocalDate date(int day, int month, @org.jspecify.annotations.Nullable String year, LocalDate today) {
        if (year != null) {
            return LocalDate.of(
                    year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year), month, day);
        }
        var thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today.minusMonths(2)) ? LocalDate.of(today.getYear() + 1, month, day) : thisYear;
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
