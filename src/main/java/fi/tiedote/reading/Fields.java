package fi.tiedote.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads JSON whose fields have other names here and there. */
public record Fields(JsonNode node) {

    /**
     * The first that says something; empty without one.
     *
     * @param paths names, with dots between levels
     */
    public String text(String... paths) {
        return Stream.of(paths)
                .map(path -> at(path).asString("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** On one line, entities decoded. */
    String plain(String... paths) {
        return Plain.ofHtml(text(paths));
    }

    /** The elements of the first that is a list with something in it. */
    List<Fields> all(String... paths) {
        return Stream.of(paths)
                .map(this::at)
                .filter(list -> list.isArray() && !list.isEmpty())
                .findFirst()
                .map(list -> list.valueStream().map(Fields::new).toList())
                .orElse(List.of());
    }

    /** What a list of words, or of things that have a name, says. */
    Set<String> words(String... paths) {
        var words = new LinkedHashSet<String>();
        for (var path : paths) {
            at(path).valueStream()
                    .map(each -> each.isString() ? each.asString() : new Fields(each).text("name", "title", "label"))
                    .map(Plain::ofHtml)
                    .forEach(words::add);
        }
        words.remove("");
        return words;
    }

    public long number(String... paths) {
        return Stream.of(paths)
                .mapToLong(path -> at(path).asLong(0))
                .filter(number -> number > 0)
                .findFirst()
                .orElse(0);
    }

    public JsonNode at(String path) {
        var found = node;
        for (var name : path.split("\\.", -1)) {
            found = name.matches("\\d+") && found.isArray() ? found.path(Integer.parseInt(name)) : found.path(name);
        }
        return found;
    }
}
