package fi.tiedote.reading;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who wrote it, by name; by address where there is no name. */
class Bylines {
    private static final String ADDRESS = "(?:mailto:)?[^\\s@<>()\"]+@[^\\s@<>()\"]+";
    private static final Pattern NAME_LAST =
            Pattern.compile(ADDRESS + "\\s*[,:]?\\s*\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");
    private static final Pattern NAME_FIRST = Pattern.compile("\"?([^\"<>]*[^\"<>\\s(),])\"?\\s*" + "(?:<" + ADDRESS
            + ">|<>|\\(" + ADDRESS + "\\)|,?\\s" + ADDRESS + ")");
    private static final Pattern NAME_ASIDE = Pattern.compile("\\(([^()]+)\\)\\s*<?" + ADDRESS + ">?");
    private static final Pattern ADDRESS_FIRST = Pattern.compile("<?" + ADDRESS + ">?[,:]?\\s+([^()<>@]+)");
    private static final int LONGEST = 300;

    private Bylines() {}

    static String ofItem(Branch item) {
        var author = of(item, "author", "atom:author");
        var creator = of(item, "dc:creator", "dc:author", "atom:contributor");
        if (author.isEmpty() || (author.contains("@") && !creator.isEmpty())) {
            author = creator;
        }
        return author.isEmpty() ? of(item, "itunes:author", "media:credit") : author;
    }

    static String ofFeed(Branch channel) {
        return Stream.of(
                        "managingeditor",
                        "author",
                        "atom:author",
                        "dc:creator",
                        "dc:author",
                        "itunes:author",
                        "itunes:owner",
                        "webmaster")
                .map(name -> of(channel, name))
                .filter(author -> !author.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** {@code a@example.org (Name)} and {@code Name <a@example.org>} are a name. */
    static String name(String author) {
        return Stream.of(NAME_LAST, NAME_FIRST, NAME_ASIDE, ADDRESS_FIRST)
                .filter(form -> author.length() <= LONGEST)
                .map(form -> form.matcher(author))
                .filter(Matcher::matches)
                .map(match -> match.group(1).strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(author);
    }

    private static String of(Branch branch, String... names) {
        return Objects.requireNonNull(branch.branches(names)
                .map(Bylines::person)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", ")));
    }

    /** Atom's person has parts (RFC 4287 §3.2). */
    private static String person(Branch person) {
        return Stream.of(
                        "name",
                        "atom:name",
                        "itunes:name",
                        "rdf:value",
                        "email",
                        "atom:email",
                        "uri",
                        "atom:uri",
                        "url")
                .map(person::text)
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElseGet(() -> name(Branch.line(person.element())));
    }
}
