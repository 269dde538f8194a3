package fi.tiedote.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the person of a line can be reached.
 *
 * @param pattern the address by which everybody is reached whose name is put into it; empty without one
 * @param rest the line without it
 */
record Reach(String telephone, String email, String pattern, String rest) {
    private static final int LONGEST_LINE = 400;
    private static final String LABEL =
            "(?:\\b(?:puh(?:elin(?:numero)?)?|puhelimitse|matkapuh(?:elin)?|gsm|vaihde|tfn|telefon(?:nummer)?|växel"
                    + "|mobil(?:tfn|telefon)?|tel|telephone|phone|mobile|mob|switchboard|ph|p|t|m)\\b\\.?|☎|📞)";
    private static final Pattern TELEPHONE = Pattern.compile("(?iu)(?<![\\d.])(?:" + LABEL
            + "(?:\\s*[/,]?\\s*" + LABEL + ")*\\s*[:.]?\\s*)?(?!\\d{7}-\\d(?!\\d))"
            + "((?:\\+\\d|\\(?0)[\\d\\h()/–-]{5,22}\\d)(?![\\d.:]\\d)");
    /** Short numbers are telephones only where somebody says so. */
    private static final Pattern SHORT = Pattern.compile(
            "(?iu)\\b(?:puh(?:elin(?:numero)?)?|vaihde|tfn|telefon|växel|tel|telephone|phone)\\b\\.?\\s*:?\\s*(\\d[\\d\\h]{2,7}\\d)(?![\\d.:])");

    private static final String AT =
            "(?:\\h?@\\h?|\\h?[(\\[{<]\\h?(?:@|at|ät|a|miukumauku|snabel-a)\\h?[)\\]}>]\\h?|\\hat\\h(?=[\\w-]+\\.\\w))";
    private static final String DOT = "(?:\\.|\\h?[(\\[]\\h?(?:dot|piste|punkt|\\.)\\h?[)\\]]\\h?)";
    private static final Pattern EMAIL = Pattern.compile(
            "(?iu)(?:\\b(?:sähköposti(?:osoite)?|s-?posti|e-?post(?:adress)?|e-?mail|mail|mailto)\\b\\s*[.:]?\\s*)?"
                    + "([\\w+-]+(?:" + DOT + "[\\w+-]+)*" + AT + "[\\w-]+(?:" + DOT + "[\\w-]+)+)");
    /** "First name.last name@…": how to write to anybody is no address. */
    private static final Pattern PATTERN = Pattern.compile(
            "(?iu)(?:etunimi|fornamn|förnamn|first-?_?name|firstname)[._-](?:sukunimi|efternamn|släktnamn|last-?_?name|surname|lastname)@(.+)");

    private static final Pattern HOURS = Pattern.compile(
            "(?iu)[,(]?\\s*(?:\\b(?:arkisin|vardagar|weekdays|ma\\s?[–-]\\s?pe|mån\\s?[–-]\\s?fre|mon\\s?[–-]\\s?fri)\\s*,?\\s*)?\\b(?:klo|kl|kello)\\.?"
                    + "\\s*\\d{1,2}(?:[.:]\\d{2})?\\s*[–-]\\s*\\d{1,2}(?:[.:]\\d{2})?\\)?");

    static Reach of(String line) {
        return line.length() > LONGEST_LINE ? new Reach("", "", "", line) : in(line);
    }

    boolean isEmpty() {
        return telephone.isEmpty() && email.isEmpty() && pattern.isEmpty();
    }

    boolean isAll() {
        return !isEmpty() && rest.isEmpty();
    }

    private static Reach in(String line) {
        var email = EMAIL.matcher(line);
        var address = email.find() ? plain(email.group(1)) : "";
        var pattern = PATTERN.matcher(address);
        var domain = pattern.matches() ? pattern.group(1) : "";
        var rest = EMAIL.matcher(line).replaceAll("");
        var telephone = TELEPHONE.matcher(rest);
        var number = "";
        if (telephone.find()) {
            number = balanced(telephone.group(1).strip());
            rest = TELEPHONE.matcher(rest).replaceAll("");
        } else {
            var shorter = SHORT.matcher(rest);
            number = shorter.find() ? shorter.group(1).strip() : "";
            rest = shorter.replaceAll("");
        }
        return new Reach(number, domain.isEmpty() ? address : "", domain, trimmed(rest, number.isEmpty()));
    }

    private static String trimmed(String rest, boolean untouched) {
        var open = untouched ? rest : HOURS.matcher(rest).replaceAll("");
        return open.replaceAll("[(\\[]\\s*[)\\]]", "")
                .replaceAll(
                        "(?iu)(?:[\\s,;/:–-]+(?:ja|tai|sekä|och|eller|samt|and|or))?[\\s,;:/–-]+$|^[\\s,;:/–-]+", "")
                .replaceAll("(?:[\\s,;]|^)[.]$", "")
                .strip();
    }

    private static String plain(String address) {
        return address.replaceAll("(?iu)" + AT, "@")
                .replaceAll("(?iu)\\h?[(\\[]\\h?(?:dot|piste|punkt|\\.)\\h?[)\\]]\\h?", ".");
    }

    /** Where each telephone and address begins and ends, in their order. */
    static List<int[]> places(String line) {
        var places = new ArrayList<int[]>();
        Stream.of(EMAIL, TELEPHONE, SHORT)
                .flatMap(form -> form.matcher(line).results())
                .map(match -> new int[] {match.start(), match.end()})
                .sorted(Comparator.<int[]>comparingInt(place -> place[0]).thenComparingInt(place -> -place[1]))
                .filter(place -> places.isEmpty() || place[0] >= places.get(places.size() - 1)[1])
                .forEach(places::add);
        return places;
    }

    private static String balanced(String number) {
        return number.startsWith("(") && !number.contains(")") ? number.substring(1) : number;
    }
}
