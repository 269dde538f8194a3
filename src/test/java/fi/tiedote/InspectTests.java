package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectTests {
    private static final String FEED = "<rss><channel><title>Museo</title><item><title>Eka</title><link>a</link>"
            + "<description>&lt;p onclick='x'>Ä&lt;script>y&lt;/script>&lt;/p></description>"
            + "<pubDate>Wed, 02 Sep 2026 13:15:00 +0300</pubDate></item></channel></rss>";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void oneLineTellsAllOfAFile() throws IOException {
        var feed = file("feed.xml", FEED);

        assertThat(inspect("--url", "https://example.org/f", feed)).isZero();
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.at("/file").asString()).isEqualTo(feed);
            assertThat(line.at("/kind").asString()).isEqualTo("rss");
            assertThat(line.at("/feed/title").asString()).isEqualTo("Museo");
            assertThat(line.at("/feed").has("updated")).isFalse();
            assertThat(line.at("/releases/0/link").asString()).isEqualTo("https://example.org/a");
            assertThat(line.at("/releases/0/published").asString()).isEqualTo("2026-09-02T10:15:00Z");
            assertThat(line.at("/releases/0").has("updated")).isFalse();
            assertThat(line.at("/releases/0/content_html").asString()).isEqualTo("<p>Ä</p>");
            assertThat(line.at("/problems").isEmpty()).isTrue();
        });
    }

    @Test
    void rawHtmlIsAsItWas() throws IOException {
        assertThat(inspect("--raw", file("feed.xml", FEED))).isZero();
        assertThat(lines().get(0).at("/releases/0/content_html").asString()).contains("<script>y</script>");
    }

    @Test
    void whatCannotBeReadIsToldAndTheOthersGoOn() throws IOException {
        var code = inspect("missing.xml", folder.toString(), file("page.html", "<html>"), file("feed.xml", FEED));

        assertThat(code).isEqualTo(1);
        assertThat(lines()).hasSize(4);
        assertThat(lines().subList(0, 3)).allSatisfy(line -> {
            assertThat(line.at("/problems").size()).isEqualTo(1);
            assertThat(line.at("/releases").isEmpty()).isTrue();
        });
        assertThat(lines().get(3).at("/releases").size()).isEqualTo(1);
    }

    @Test
    void theContentTypeNamesTheCharset() throws IOException {
        var file = folder.resolve("feed");
        Files.write(file, FEED.replace("Eka", "Новости").getBytes("koi8-r"));

        assertThat(inspect("--content-type", "text/xml; charset=koi8-r", file.toString()))
                .isZero();
        assertThat(lines().get(0).at("/releases/0/title").asString()).isEqualTo("Новости");
    }

    @Test
    void aReleaseInTextIsOneToo() throws IOException {
        assertThat(inspect("samples/" + sample())).isZero();
        assertThat(lines().get(0).at("/kind").asString()).isEqualTo("text");
        assertThat(lines().get(0).at("/releases/0/contacts/0/name").asString()).isNotBlank();
    }

    @Test
    void aThousandFilesAreReadInOneStart() throws IOException {
        var feed = file("feed.xml", FEED);

        assertThat(inspect(IntStream.range(0, 1000).mapToObj(any -> feed).toArray(String[]::new)))
                .isZero();
        assertThat(lines()).hasSize(1000);
    }

    @Test
    void wrongUsageIsTold() {
        assertThat(inspect()).isEqualTo(2);
        assertThat(inspect("--url", "not absolute", "x")).isEqualTo(2);
        assertThat(inspect("--url", "/relative", "x")).isEqualTo(2);
        assertThat(inspect("--unknown", "x")).isEqualTo(2);
    }

    private int inspect(String... arguments) {
        return new CommandDesk()
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("inspect"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private List<JsonNode> lines() {
        return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String sample() throws IOException {
        try (var samples = Files.list(Path.of("samples"))) {
            return samples.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".fi.txt"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
