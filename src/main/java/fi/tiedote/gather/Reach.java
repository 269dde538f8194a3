package fi.tiedote.gather;

import java.util.regex.Pattern;

/**
 * How the person of a line can be reached.
 *
 * @param rest the line without it
 */
record Reach(String telephone, String email, String rest) {
    private static final int LONGEST_LINE = 300;
    private static final Pattern TELEPHONE =
            Pattern.compile("(?iu)(?:\\b(?:puh(?:elin)?|matkapuhelin|gsm|tfn|telefon|tel|phone|mobile|mobil|p)\\b"
                    + "(?:\\s*/\\s*(?:puh|tfn|tel))*\\s*[.:]?\\s*)?((?:\\+\\d|\\(?0)[\\d\\h()-]{5,20}\\d)");
    private static final Pattern EMAIL =
            Pattern.compile("(?iu)(?:\\b(?:sähköposti|s-posti|e-post|e-?mail)\\s*[.:]?\\s*)?"
                    + "([\\w.+-]+\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\w-]+(?:\\.[\\w-]+)+)");
    /** "First name.last name@…": how to write to anybody is no address. */
    private static final Pattern PATTERN = Pattern.compile("(?iu)(etunimi|fornamn|förnamn|firstname)[._].*");

    static Reach of(String line) {
        return line.length() > LONGEST_LINE ? new Reach("", "", line) : in(line);
    }

    boolean isEmpty() {
        return telephone.isEmpty() && email.isEmpty();
    }

    boolean isAll() {
        return !isEmpty() && rest.isEmpty();
    }

    private static Reach in(String line) {
        var email = EMAIL.matcher(line);
        var address = email.find() ? email.group(1).replaceAll("\\s?[(\\[]at[)\\]]\\s?", "@") : "";
        var rest = email.replaceFirst("");
        var telephone = TELEPHONE.matcher(rest);
        var number = telephone.find() ? telephone.group(1).strip() : "";
        return new Reach(
                number,
                PATTERN.matcher(address).matches() ? "" : address,
                telephone.replaceAll("").replaceAll("\\(\\s*\\)", "").replaceAll("^[\\s,;:–-]+|[\\s,;:–-]+$", ""));
    }
}
