package fi.tiedote.gather;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which a day is written, in the order in which they are tried. */
enum DayForm {
    ISO_WEEK("(\\d{4})-?w(\\d{2})(?:-?(\\d))?", 1, 2, 3) {
        @Override
        LocalDate date(Matcher parts) {
            var day = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
            return LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(parts.group(2)))
                    .with(ChronoField.DAY_OF_WEEK, day);
        }
    },
    ISO_ORDINAL("(\\d{4})-?(\\d{3})(?=$|[t ])", 1, 2, 2) {
        @Override
        LocalDate date(Matcher parts) {
            return LocalDate.ofYearDay(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        }
    },
    ISO_BASIC("(\\d{4})(\\d{2})(\\d{2})(?=$|[^\\d]|(?:\\d{4}|\\d{6})(?:$|\\D))", 1, 2, 3),
    YEAR_FIRST("(\\d{4})[-/. ] ?0?(\\d{1,2})[-/. ] ?(\\d{1,2})\\.?(?=$|\\D)", 1, 2, 3),
    YEAR_AND_MONTH("(\\d{4})-(\\d{2})()$", 1, 2, 3),
    YEAR("(\\d{4})()()$", 1, 2, 3),
    DOTTED("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2})(?=$|[^\\d.:])", 3, 2, 1),
    SHORT_YEAR_FIRST("(\\d{2})-(\\d{2})-(\\d{2})(?=$|\\D)", 1, 2, 3),
    HYPHENATED("(\\d{1,2})[- ](\\d{1,2})[- ](\\d{4})(?=$|\\D)", 3, 2, 1) {
        @Override
        LocalDate date(Matcher parts) {
            return eitherWay(parts);
        }
    },
    SLASHED("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?=$|\\D)", 3, 1, 2) {
        @Override
        LocalDate date(Matcher parts) {
            return eitherWay(parts);
        }
    },
    SHORT_BASIC("(\\d{2})(\\d{2})(\\d{2})$", 1, 2, 3),
    SHORT_YEAR_AND_MONTH("-(\\d{2})-?(\\d{2})()$", 1, 2, 3),
    EAST_ASIAN("(\\d{4}) ?[년年] ?(\\d{1,2}) ?[월月] ?(\\d{1,2}) ?[일日]", 1, 2, 3),
    DAY_MONTH_YEAR(
            "(\\d{1,2})(?:st|nd|rd|th|er|:e)?[., -]{0,3}(?:of |de )?(\\p{L}{3,14})[., -]{0,2}(?:del? )?"
                    + "(\\d{4}|\\d{2,3})(?=$|\\D)",
            3, 2, 1),
    MONTH_DAY_YEAR(
            "(\\p{L}{3,14})[. -]{1,2}(\\d{1,2})(?:st|nd|rd|th|\\.)?[, -]{1,3}(\\d{4}|'\\d{2})(?=$|\\D)", 3, 1, 2),
    YEAR_MONTH_DAY("(\\d{4})[., -]{0,2}(\\p{L}{3,14})[. -]{0,2}(\\d{1,2})\\.?(?=$|\\D)", 1, 2, 3),
    MONTH_AND_YEAR("(\\p{L}{3,14})\\.? (\\d{4})()$", 2, 1, 3);

    private final Pattern pattern;
    private final int year;
    private final int month;
    private final int day;

    DayForm(String pattern, int year, int month, int day) {
        this.pattern = Pattern.compile(pattern);
        this.year = year;
        this.month = month;
        this.day = day;
    }

    Pattern pattern() {
        return pattern;
    }

    /** @throws DateTimeException when there is no such day */
    LocalDate date(Matcher parts) {
        return LocalDate.of(year(parts.group(year)), month(parts.group(month)), day(parts.group(day)));
    }

    /** What cannot be the month is the day. */
    LocalDate eitherWay(Matcher parts) {
        var swap = parts.group(month).matches("1[3-9]|[2-9]\\d");
        return LocalDate.of(
                year(parts.group(year)), month(parts.group(swap ? day : month)), day(parts.group(swap ? month : day)));
    }

    /** RFC 5322 §4.3: two digits below 50 are of this century, all others and three digits count from 1900. */
    static int year(String written) {
        var digits = written.replace("'", "");
        var number = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return number;
        }
        return digits.length() == 2 && number < 50 ? 2000 + number : 1900 + number;
    }

    private static int month(String text) {
        if (text.isEmpty()) {
            return 1;
        }
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : Months.number(text);
    }

    private static int day(String digits) {
        return digits.isEmpty() ? 1 : Integer.parseInt(digits);
    }
}
