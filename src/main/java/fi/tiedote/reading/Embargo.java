package fi.tiedote.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a release says of the moment before which nobody may publish it.
 *
 * @param until null without one
 * @param doubt the words whose moment cannot be read, in a sentence; empty where there are none
 */
public record Embargo(@Nullable Instant until, String doubt) {
    static final Embargo NONE = new Embargo(null, "");
    private static final int LONGEST = 200;
    private static final int LONGEST_STATEMENT = 80;
    private static final String OPENING = "(?iu)^[\\s*(\\[–—\"”>-]*(?:(?:huom(?:io)?|obs|note)\\s*[!:.]+\\s*)?";
    private static final String SUBJECT = "(?:(?:tämä |den här |this )?(?:tiedote|uutinen|tieto|aineisto|materiaali"
            + "|pressmeddelandet|meddelandet|nyheten|materialet|(?:press |media |news )?release|information)\\s+"
            + "(?:on|är|is)\\s+)?";
    /** Words that say nothing else. */
    private static final Pattern CERTAIN = Pattern.compile(
            OPENING + SUBJECT
                    + "(?:(?:strictly |under |strikt |tiukka |tiukasti )?(?:embargo\\w*|embargoed)\\b"
                    + "|(?:vapaa(?:sti)? )?julkaisuvapaa\\w*|vapaa julkaistavaksi|(?:heti|välittömästi|vapaasti) julkaist\\w+|julkaisukielto|julkaisulupa"
                    + "|(?:ei|älä) (?:saa )?(?:julkaista?|julkaistavaksi|julkaistavissa|julkisuuteen)\\b.{0,20}?\\bennen"
                    + "|(?:fri|fritt|ledig) för (?:omedelbar )?publicering|publiceringsfri\\w*|publiceringsförbud"
                    + "|(?:får|ska|kan) (?:inte|ej|icke) publiceras (?:före|innan)|(?:får )?publiceras tidigast"
                    + "|ej för publicering (?:före|innan)"
                    + "|not (?:for|to be) (?:release|publication|publish|broadcast|released|published|use)d?"
                    + "(?: or (?:publication|broadcast|release))? (?:before|until|prior to)"
                    + "|do not (?:publish|release|use) (?:before|until|prior to)|hold (?:for release )?until"
                    + "|for immediate (?:release|publication)|no embargo|ei embargoa|ingen embargo|inget embargo)(?![\\p{L}-])");
    /** Words that may begin an ordinary sentence as well: there must be a moment with them. */
    private static final Pattern PERHAPS = Pattern.compile(OPENING + SUBJECT
            + "(?:(?:julkaistavissa|julkistettavissa|julkaistavaksi|julkinen|vapautuu)(?: aikaisintaan)?"
            + "|julkaisuaika|julkaistaan aikaisintaan|får publiceras(?: (?:tidigast|först))?|publiceringstid"
            + "|(?:for|to be) (?:release|publication|released|published)(?: on| at| from| not before)?"
            + "|release (?:date|time))(?![\\p{L}-])");

    private static final Pattern FREE = Pattern.compile(
            "(?iu)\\b(?:heti|välittömästi|nyt|omedelbar\\w*|genast|direkt|nu"
                    + "|immediate(?:ly)?|at once|now|no embargo|ei embargoa|inge[nt] embargo|ei ole|none|ei|nej|no)\\b");
    private static final Pattern ALONE_IS_FREE = Pattern.compile(
            "(?iu).*(?:julkaisuvapaa|vapaa julkaistavaksi|för publicering|publiceringsfri\\w*)[\\s.!)\\]*\"”]*");
    private static final Pattern UNTIL = Pattern.compile(
            "(?iu)\\b(?:asti|saakka|ennen|klo|kello|päätty\\w*|till|t\\.?o\\.?m|until|till|before|before|to|kl|at|före|innan|ends?)\\b|\\d");

    /**
     * Empty when the line is about something else.
     *
     * @param published of a date without a year, and for "today"
     */
    static Optional<Embargo> of(String line, Instant published, ZoneId zone) {
        var certain = CERTAIN.matcher(line);
        var words = certain.find() ? certain : PERHAPS.matcher(line);
        if (line.length() > LONGEST || (words == certain ? false : !words.find())) {
            return Optional.empty();
        }
        var rest = line.substring(words.end());
        var moment = EmbargoMoment.of(rest, published, zone);
        if (moment.isPresent()) {
            return moment.map(until -> new Embargo(until, ""));
        }
        if (FREE.matcher(rest).find()
                || FREE.matcher(words.group()).find()
                || ALONE_IS_FREE.matcher(line).matches()) {
            return Optional.of(NONE);
        }
        return words == certain && isStatement(rest) ? Optional.of(doubtful(line)) : Optional.empty();
    }

    /** Of two the one that holds longer; a doubt outlives both. */
    Embargo and(Embargo other) {
        if (!doubt.isEmpty() || !other.doubt.isEmpty()) {
            return doubt.isEmpty() ? other : this;
        }
        if (until == null || other.until == null) {
            return until == null ? other : this;
        }
        return until.isAfter(other.until) ? this : other;
    }

    /** An ordinary sentence may begin with such a word, too. */
    private static boolean isStatement(String rest) {
        return rest.length() <= LONGEST_STATEMENT
                && (rest.split("\\s+").length <= 3
                        || rest.matches("(?s)\\s*:.*")
                        || UNTIL.matcher(rest).find());
    }

    private static Embargo doubtful(String line) {
        return new Embargo(null, "an embargo without a legible moment: \"" + line + "\"");
    }
}
