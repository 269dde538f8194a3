package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each field of each format by its specification: what is written, where it is found, what it says. */
class FeedFieldsTests {
    private static final String SPACES =
            " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:t='http://purl.org/dc/terms/'"
                    + " xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:m='http://search.yahoo.com/mrss/'"
                    + " xmlns:a='http://www.w3.org/2005/Atom' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
                    + " xmlns:fb='http://rssnamespace.org/feedburner/ext/1.0' xmlns:x='http://example.org/unknown'"
                    + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'";
    private static final Map<String, String> FRAMES = Map.of(
            "rss", "<rss version='2.0'" + SPACES + "><channel>%s</channel></rss>",
            "rss item", "<rss version='2.0'" + SPACES + "><channel><title>F</title><item>%s</item></channel></rss>",
            "rdf", "<rdf:RDF xmlns='http://purl.org/rss/1.0/'" + SPACES + ">%s</rdf:RDF>",
            "atom", "<feed xmlns='http://www.w3.org/2005/Atom'" + SPACES + ">%s</feed>",
            "atom item", "<feed xmlns='http://www.w3.org/2005/Atom'" + SPACES + "><entry>%s</entry></feed>",
            "atom03", "<feed version='0.3' xmlns='http://purl.org/atom/ns#'" + SPACES + ">%s</feed>",
            "atom03 item", "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>%s</entry></feed>",
            "json", "{'version':'https://jsonfeed.org/version/1.1',%s,'items':[]}",
            "json item", "{'version':'https://jsonfeed.org/version/1','items':[{%s}]}",
            "bare", "%s");

    @ParameterizedTest
    @MethodSource("rows")
    void everyFieldIsFoundWhereItsFormatPutsIt(String frame, String written, String field, String meant) {
        var text = FRAMES.getOrDefault(frame, "%s").formatted(written);
        var json = frame.startsWith("json") ? text.replace('\'', '"') : text;

        assertThat(value(json, field)).isEqualTo(meant);
    }

    static Stream<Object[]> rows() throws IOException {
        return Stream.of(table().split("\\n(?=rss|rdf|atom|json|bare)")).map(row -> {
            var cells = row.strip().split(" \\|(?: |$)", -1);
            return new Object[] {cells[0], cells[1], cells[2], cells[3].strip()};
        });
    }

    private static String table() throws IOException {
        return new ClassPathResource("feeds/fields.txt").getContentAsString(StandardCharsets.UTF_8);
    }

    private static String value(String text, String field) {
        var origin = new Origin(Texts.origin("http://example.org/dir/feed", "").url(), "", null, null);
        var reading = Parser.read(text.getBytes(StandardCharsets.UTF_8), origin);
        JsonNode printed = JsonMapper.shared().valueToTree(Inspection.of("f", reading, true));
        var node = printed.at(field);
        return node.isContainer() ? node.toString() : node.asString("");
    }
}
