package fi.tiedote.reading;

import fi.tiedote.city.Language;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a release's source shows it in other languages. */
class Translations {
    private static final int MOST = 10;
    private static final String[] LISTS = {
        "translations", "wpml_translations", "pll_translations", "languageVersions", "language_versions", "versions"
    };

    private Translations() {}

    /** {@code link rel=alternate hreflang}, and the links of a language menu that say their language. */
    static Set<URI> of(Page page) {
        var own = Language.of(page.language());
        return page.document().select("link[rel~=(?i)\\balternate\\b][hreflang], a[hreflang]").stream()
                .filter(link -> isOther(link.attr("hreflang"), own))
                .flatMap(
                        link -> Optional.ofNullable(Links.absolute(page.origin().url(), link.attr("href"))).stream())
                .map(Links::withoutTracking)
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** RFC 4287 §4.2.7: an entry may have one alternate link for each language. */
    static Set<URI> of(Branch entry) {
        return entry.all("link", "atom:link", "xhtml:link")
                .filter(link ->
                        Anchors.relation(link).equals("alternate") && isOther(link.attr("hreflang"), Optional.empty()))
                .flatMap(
                        link -> Optional.ofNullable(Links.uri(entry.tree().resolved(link, link.attr("href")))).stream())
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Of what an interface for machines gives: a list, or an object with a field for each language, of addresses or of
     * objects that have one, or of numbers.
     *
     * @param guid of the release itself; the guid of another number is that with the other number in it
     */
    static Set<URI> of(Fields release, Origin origin, String guid) {
        var found = new LinkedHashSet<URI>();
        for (var list : LISTS) {
            release.at(list)
                    .valueStream()
                    .limit(MOST)
                    .flatMap(other -> Stream.ofNullable(address(new Fields(other), origin, guid, release.text("id"))))
                    .forEach(found::add);
        }
        return found;
    }

    private static @Nullable URI address(Fields other, Origin origin, String guid, String id) {
        var node = other.node();
        var link = node.isString() ? node.asString() : other.text("href", "url", "link", "permalink");
        if (!link.isBlank() && !link.strip().matches("\\d+")) {
            return Links.absolute(origin.url(), link);
        }
        var number = number(node).or(() -> number(other.at("id"))).orElse("");
        return number.isEmpty() || id.isEmpty() || !guid.matches(".*[?&]p=" + id + "(?:&.*)?")
                ? null
                : Links.uri(guid.replaceFirst("([?&]p=)" + id + "(?=&|$)", "$1" + number));
    }

    private static Optional<String> number(JsonNode node) {
        return Optional.of(node.asString("").strip()).filter(text -> text.matches("\\d{1,18}"));
    }

    private static boolean isOther(String tag, Optional<Language> own) {
        var language = Language.of(Tongue.tag(tag));
        return language.isPresent() && !language.equals(own);
    }
}
