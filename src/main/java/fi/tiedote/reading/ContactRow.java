package fi.tiedote.reading;

import fi.tiedote.release.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One line that names a person, in the order of Finnish and Swedish ({@code rehtori Riikka Koelma, Itälaakson koulu, puh.
 * …}) or of English ({@code Riikka Koelma, Head Teacher, Itälaakso school, tel. …}), or a unit.
 */
class ContactRow {
    private static final Pattern LABEL =
            Pattern.compile("(?iu)^(?:nimi|namn|name|yhteyshenkilö|kontaktperson|contact person)\\s*:\\s*");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;|•·]\\s*|\\s+[–—-]\\s+|:\\s+|\\s*[()]\\s*");
    private static final Pattern AND = Pattern.compile("\\s+(?:ja|sekä|och|samt|and|&)\\s+");
    private static final int LONGEST_UNIT = 6;
    /** Whoever is asked to do something is no unit. */
    private static final Pattern REQUEST = Pattern.compile(
            "(?iu).*\\b(?:numero\\p{L}+|soit\\p{L}+|ilmoittaudu\\p{L}*|ilmoittautumi\\p{L}*|varau\\p{L}*"
                    + "|varaa|ring|anmäl\\p{L}*|boka\\p{L}*|call|book|register|sign|kautta|viimeistään|senast|osoitteessa|osoitteesta|löyty\\p{L}*"
                    + "|www\\p{L}*|https?|on|är|is|are|was|voi|kan|can)\\b.*");

    private ContactRow() {}

    /** Several where names share a number; none where nobody is named. */
    static List<Contact> of(Reach reach) {
        var parts = parts(reach.rest());
        var at = IntStream.range(0, parts.size())
                .filter(index -> isNamed(parts.get(index)))
                .findFirst();
        if (at.isPresent()) {
            return people(parts, at.getAsInt(), reach);
        }
        return isUnit(parts) ? List.of(unit(parts, reach)) : List.of();
    }

    /** Whether a line without any number may still begin a contact whose number follows. */
    static boolean mayBegin(String text) {
        var plain = LABEL.matcher(text).replaceFirst("");
        return Named.isName(plain)
                || (isShort(plain) && parts(plain).stream().limit(2).anyMatch(Named::hasName));
    }

    private static boolean isShort(String text) {
        return (text.contains(",") || text.split(" ").length <= 6) && text.length() <= 120;
    }

    private static List<String> parts(String rest) {
        return Stream.of(SEPARATOR.split(LABEL.matcher(rest).replaceFirst("")))
                .map(part -> part.replaceFirst("(?iu)(?:^|\\s+)(?:tai|ja|sekä|eller|och|samt|or|and)$", "")
                        .strip())
                .map(part -> part.replaceFirst("(?iu)^(?:tai|ja|sekä|eller|och|samt|or|and)\\s+", ""))
                .filter(part -> part.matches("(?s).*\\p{L}.*"))
                .toList();
    }

    private static boolean isNamed(String part) {
        return AND.splitAsStream(part).anyMatch(Named::hasName);
    }

    private static List<Contact> people(List<String> parts, int at, Reach reach) {
        var names = AND.splitAsStream(parts.get(at)).toList();
        var all = names.stream().allMatch(Named::hasName) ? names : List.of(parts.get(at));
        var found = new ArrayList<Contact>();
        for (var name : all) {
            found.add(person(Named.of(name), parts, at, all.size() == 1, reach));
        }
        return found;
    }

    private static Contact person(Named named, List<String> parts, int at, boolean single, Reach reach) {
        var others = new ArrayList<>(parts);
        others.remove(at);
        var title = named.title();
        if (title.isEmpty() && single && !others.isEmpty()) {
            var before = at > 0 && Titles.isLine(others.get(at - 1)) ? at - 1 : -1;
            var after = at < others.size() ? at : -1;
            var taken = before >= 0 ? before : after;
            title = taken < 0 ? "" : others.remove(taken);
        }
        return new Contact(named.name(), title, String.join(", ", others), reach.telephone(), reach.email());
    }

    private static boolean isUnit(List<String> parts) {
        return !parts.isEmpty()
                && parts.get(0).split(" ").length <= LONGEST_UNIT
                && String.join(" ", parts).split(" ").length <= 2 * LONGEST_UNIT
                && Character.isUpperCase(parts.get(0).codePointAt(0))
                && !REQUEST.matcher(parts.get(0)).matches();
    }

    private static Contact unit(List<String> parts, Reach reach) {
        return new Contact(
                parts.get(0), "", String.join(", ", parts.subList(1, parts.size())), reach.telephone(), reach.email());
    }
}
