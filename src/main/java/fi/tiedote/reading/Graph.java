package fi.tiedote.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a page says of itself in JSON-LD.
 *
 * @param article of type NewsArticle, Article and the like; missing where there is none
 */
record Graph(Fields article) {
    private static final int MOST_NODES = 2000;
    private static final Pattern ARTICLE =
            Pattern.compile("(?:.*[/:])?(?:\\w*Article|BlogPosting|PressRelease|Report|SpecialAnnouncement)");

    static Graph of(Document document) {
        return new Graph(new Fields(document.select("script[type*=ld+json]").stream()
                .flatMap(script -> nodes(script.data()))
                .filter(Graph::isArticle)
                .findFirst()
                .orElse(MissingNode.getInstance())));
    }

    boolean hasArticle() {
        return !article.node().isMissingNode();
    }

    /** The first that names somebody or something, by itself or by its {@code name}. */
    String name(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> Stream.of(path, path + ".name", path + ".0", path + ".0.name"))
                .map(path -> article.plain(path))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Outermost first. */
    private static Stream<JsonNode> nodes(String json) {
        var open = new ArrayDeque<JsonNode>();
        var found = new ArrayList<JsonNode>();
        try {
            open.add(JsonMapper.shared().readTree(json.strip().replaceAll("^<!--|-->$|;$", "")));
        } catch (JacksonException broken) {
            return Stream.empty();
        }
        while (!open.isEmpty() && found.size() < MOST_NODES) {
            var node = open.poll();
            found.add(node);
            node.valueStream().filter(JsonNode::isContainer).forEach(open::add);
        }
        return found.stream();
    }

    private static boolean isArticle(JsonNode node) {
        var type = node.path("@type");
        var types = type.isArray() ? type.valueStream().toList() : List.of(type);
        return types.stream()
                .anyMatch(name -> ARTICLE.matcher(name.asString("")).matches());
    }
}
