package fi.tiedote.reading;

import java.util.regex.Pattern;

/** The headings that announce the people to ask, in Finnish, Swedish and English. */
class Asking {
    private static final int LONGEST = 400;
    private static final String WORDS =
            "(?:(?:tarkempia |muita )?(?:lisätieto(?:ja|a|jen antaja)|lisätiedot|lisätiedustelut|tiedustelut|kyselyt"
                    + "|yhteydenotot|yhteyshenkilöt?|yhteystiedot|haastattelupyynnöt|mediayhteydet|mediayhteydenotot|median yhteydenotot"
                    + "|lisätietoja medialle|ota yhteyttä)"
                    + "|mera? (?:information|info|upplysningar)|(?:ytterligare|närmare) (?:information|info|upplysningar|uppgifter)"
                    + "|tilläggs(?:uppgifter|information)|upplysningar|förfrågningar|(?:media)?kontakt(?:er|personer|person|uppgifter)?|kontakta"
                    + "|för (?:mera?|ytterligare|närmare) (?:information|upplysningar)"
                    + "|(?:for )?(?:further|more|additional) (?:information|info|details)|(?:press |media )?contacts?(?: (?:persons?|details|information|us))?"
                    + "|(?:press |media |further )?(?:enquiries|inquiries)|for (?:press |media )?(?:enquiries|inquiries))";
    private static final String GIVES =
            "(?:antaa|antavat|antaja|antajat|antavat seuraavat|medialle|media|ger|lämnas? av|ges av|fås av|lämnar"
                    + "|from|is available from|please contact|contact|kontakta|by|till media|in english|på svenska|suomeksi)";
    private static final Pattern HEADING = Pattern.compile("(?iu)[*_#\\s]*" + WORDS + "(?:,?\\s+" + GIVES
            + ")*(?:[\\s,][^:.]{0,60}\\b" + GIVES + ")?[\\s*_]*"
            + "(?:(?:[\\s,(/][^:.]{0,60})?[:](?:[\\s*_]*))?");
    private static final Pattern BEFORE_COLON =
            Pattern.compile("(?iu)[*_#\\s]*" + WORDS + "(?:[\\s,(/][^:.@\\d]{0,60})?[:–][\\s*_]*(\\S.*)");
    private static final Pattern IN_SENTENCE = Pattern.compile("(?iu)[*_#\\s]*" + WORDS
            + "(?:[\\s,][^:.@\\d]{0,60}?)?,?\\s" + GIVES + "(?:,?\\s+" + GIVES + ")*\\s+(\\S.*)");

    private Asking() {}

    static boolean isHeading(String line) {
        return line.length() <= LONGEST && HEADING.matcher(line).matches();
    }

    /** Whom a heading names in the same line; empty where it names nobody, or is none. */
    static String inline(String line) {
        if (line.length() > LONGEST) {
            return "";
        }
        var after = BEFORE_COLON.matcher(line);
        if (after.matches()) {
            return after.group(1).strip();
        }
        var sentence = IN_SENTENCE.matcher(line);
        return sentence.matches() && !Reach.of(sentence.group(1)).isEmpty()
                ? sentence.group(1).replaceFirst("[.]$", "").strip()
                : "";
    }
}
