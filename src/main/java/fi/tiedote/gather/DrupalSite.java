package fi.tiedote.gather;

import fi.tiedote.reading.DrupalNode;
import fi.tiedote.reading.Fields;
import fi.tiedote.reading.Links;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the news of a Drupal site: sites name their types of content as they like, and tell them at {@code /jsonapi}. */
class DrupalSite {
    private static final String TYPE = "node--";
    /** The more of them come first, the more a type is about news. */
    private static final List<Pattern> NEWS = Stream.of(
                    "press|tiedot|meddelande|release",
                    "news|uuti|nyhet|ajankoht|aktuell",
                    "article|artikkel|artikel|blog|announce")
            .map(Pattern::compile)
            .toList();

    private static final int MOST_TYPES = 3;
    private static final int MOST_INCLUDED = 12;

    private final Trial trial;

    DrupalSite(Trial trial) {
        this.trial = trial;
    }

    /** @param guess where news are usually; it is all there is where the site does not tell its types */
    List<Lead> leads(Lead guess) {
        var index = URI.create(guess.url().toString().replaceFirst("/jsonapi/.*", "/jsonapi"));
        var types = trial.text(index)
                .flatMap(DrupalSite::parsed)
                .map(json -> json.path("links").propertyStream().toList())
                .orElse(List.of());
        var told = types.stream()
                .filter(type -> type.getKey().startsWith(TYPE) && rank(type.getKey()) < NEWS.size())
                .sorted(Comparator.comparingInt(type -> rank(type.getKey())))
                .limit(MOST_TYPES)
                .map(type -> Links.sameHost(index, new Fields(type.getValue()).text("href", "")))
                .filter(Objects::nonNull)
                .map(url -> new Lead(guess.kind(), url))
                .toList();
        return told.isEmpty() ? List.of(guess) : told;
    }

    /**
     * The lead with what its nodes refer to, texts in paragraphs, terms, pictures: as much as possible first, for a site may
     * refuse a part of it. None where it refers to nothing.
     */
    static List<Lead> included(Lead lead, JsonNode answer) {
        var names = new TreeSet<String>();
        var media = new TreeSet<String>();
        answer.path("data").valueStream().forEach(node -> node.path("relationships")
                .propertyStream()
                .filter(relation -> relation.getKey().startsWith("field_"))
                .forEach(relation -> DrupalNode.targets(relation.getValue())
                        .map(target -> target.path("type").asString(""))
                        .forEach(type -> note(relation.getKey(), type, names, media))));
        return Stream.of(Stream.concat(names.stream(), media.stream()).toList(), List.copyOf(names))
                .filter(some -> !some.isEmpty()
                        && !String.valueOf(lead.url().getQuery()).contains("include="))
                .distinct()
                .map(some -> with(lead, some))
                .toList();
    }

    /** The file of a picture is one step behind it, in the field that Drupal's own media types have. */
    private static void note(String relation, String type, Set<String> names, Set<String> media) {
        if (names.size() < MOST_INCLUDED && type.matches("(?:paragraph|taxonomy_term|file|media)--.*")) {
            names.add(relation);
        }
        if (type.equals("media--image") && names.contains(relation)) {
            media.add(relation + ".field_media_image");
        }
    }

    private static Lead with(Lead lead, List<String> names) {
        var first = lead.url().getRawQuery() == null ? "?" : "&";
        return new Lead(lead.kind(), URI.create(lead.url() + first + "include=" + String.join(",", names)));
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(JsonMapper.shared().readTree(text));
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    private static int rank(String type) {
        var name = type.substring(TYPE.length());
        for (var rank = 0; rank < NEWS.size(); rank++) {
            if (NEWS.get(rank).matcher(name).find()) {
                return rank;
            }
        }
        return NEWS.size();
    }
}
