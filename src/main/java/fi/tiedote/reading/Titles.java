package fi.tiedote.reading;

import java.util.regex.Pattern;

/** What people and units of a city are called, by the ends of the words, in Finnish, Swedish and English. */
class Titles {
    private static final Pattern TITLE =
            Pattern.compile("(?iu).*(?:johtaja|päällikkö|asiantuntija|suunnittelija|insinööri"
                    + "|arkkitehti|koordinaattori|sihteeri|rehtori|lakimies|tuottaja|mestari|neuvoja|opettaja|ohjaaja|tiedottaja"
                    + "|kehittäjä|esimies|esihenkilö|lääkäri|vastaava|valvoja|tarkastaja|juristi|controller|analyytikko|tutkija|hoitaja"
                    + "|kuraattori|psykologi|intendentti|amanuenssi|konservaattori|edustaja|avustaja|assistentti|viestijä|toimittaja"
                    + "|kuvaaja|isännöitsijä|biologi|geologi|hortonomi|puutarhuri|komisario|professori|dosentti|kouluttaja|konsultti"
                    + "|lautamies|pappi|kirkkoherra|ekonomi|agronomi|terapeutti|kätilö|kokki|emäntä|luotsi|koordinoija|vetäjä"
                    + "|direktör|chef(?:en)?|ledare|rektor|planerare|ingenjör|arkitekt|koordinator|sekreterare|sakkunnig|producent"
                    + "|informatör|lärare|expert|specialist|handläggare|kommunikatör|jurist|läkare|kurator|forskare|inspektör|ordförande"
                    + "|borgmästare|föreståndare|handledare|rådgivare|ansvarig|redaktör|bibliotekarie|skötare|pedagog|utvecklare|ombud"
                    + "|manager|director|officer|engineer|planner|chief|coordinator|adviser|advisor|architect|secretary|teacher"
                    + "|principal|mayor|editor|producer|lawyer|counsel|analyst|researcher|inspector|librarian|curator|chair|chairperson"
                    + "|assistant|consultant|designer|supervisor|leader|nurse|physician|ceo|head)");
    /** Finnish units have a small letter, and some of their words are surnames. */
    private static final Pattern UNIT = Pattern.compile(
            "(?iu)oy|oyj|ab|ry|rf|stad|kommun|services?|centre|center|office|unit"
                    + "|department|school|library|city|desk|communications|council|waterworks|authority|foundation|museum");

    private Titles() {}

    static boolean isOne(String word) {
        return TITLE.matcher(word).matches();
    }

    /** A line that is a title and no more. */
    static boolean isLine(String line) {
        var words = line.split(" ", -1);
        return words.length <= 6
                && (isOne(words[words.length - 1]) || line.matches("(?iu)(?:head|director|chief) of .{3,40}"))
                && !Named.isName(line);
    }

    static boolean isUnit(String word) {
        return UNIT.matcher(word).matches();
    }
}
