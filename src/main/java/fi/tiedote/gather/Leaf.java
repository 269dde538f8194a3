package fi.tiedote.gather;

import fi.tiedote.reading.Item;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page of a list of releases.
 *
 * @param problems one sentence for each item that could not be read; the others are there
 * @param next null on the last page
 */
record Leaf(
        List<Item> items, List<String> problems, @Nullable URI next) {

    /** Reads each by itself. */
    static Leaf of(Stream<JsonNode> nodes, Function<JsonNode, Item> reader, @Nullable URI next) {
        var leaf = new Leaf(new ArrayList<>(), new ArrayList<>(), next);
        nodes.forEach(node -> {
            try {
                leaf.items.add(reader.apply(node));
            } catch (RuntimeException bad) {
                leaf.problems.add(
                        "item %s: %s; it was left out".formatted(node.path("id").asString("?"), bad.getMessage()));
            }
        });
        return leaf;
    }
}
