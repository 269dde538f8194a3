package fi.tiedote.gather;

import fi.tiedote.release.Contact;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line that names a person, in the order of Finnish and Swedish ({@code rehtori Riikka Koelma, Itälaakson koulu, puh.
 * …}) or of English ({@code Riikka Koelma, Head Teacher, Itälaakso school, tel. …}).
 */
class ContactRow {
    private ContactRow() {}

    static Contact of(Reach reach) {
        var parts = Stream.of(reach.rest().split("\\s*[,;]\\s*|\\s+[–-]\\s+"))
                .map(part -> part.replaceFirst("(?i)(?:^|\\s+)(?:tai|ja|eller|och|or|and)$", ""))
                .filter(part -> !part.isBlank())
                .toList();
        var named = Named.of(parts.isEmpty() ? reach.rest() : parts.get(0));
        var titled = named.title().isEmpty() && parts.size() > 1;
        return new Contact(
                named.name(),
                titled ? parts.get(1) : named.title(),
                String.join(", ", parts.subList(titled ? 2 : Math.min(1, parts.size()), parts.size())),
                reach.telephone(),
                reach.email());
    }

    /** Whether a line without any number may still begin a contact whose number follows. */
    static boolean mayBegin(String text) {
        return Named.isName(text)
                || (text.contains(",")
                        && Named.isName(lastTwo(Named.of(text.split(",", 2)[0]).name())));
    }

    private static String lastTwo(String name) {
        var words = List.of(name.split(" "));
        return String.join(" ", words.subList(Math.max(0, words.size() - 2), words.size()));
    }
}
