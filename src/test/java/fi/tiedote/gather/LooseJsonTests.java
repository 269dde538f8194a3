package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Feed that is no JSON, whatever is wrong with it. */
class LooseJsonTests {
    private static final String FEED = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [
            {"id": "1", "title": "Eka", "tags": ["a", "b"]},
            {"id": "2", "title": "Toka", "authors": [{"name": "Essi"}]},
            {"id": "3", "title": "Kolmas"}
            ]}
            """;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    /** What is right, and what stands there instead. */
    private static final List<String> WRONGS = List.of(
            "]}, -> ]},,",
            "]}, -> ]}",
            "{\"id\": \"2\", -> {\"id\": \"2\"",
            "{\"id\": \"2\", -> {\"id\": \"2\";",
            "{\"id\": \"2\", -> {\"id\": \"2,",
            "{\"id\": \"2\", -> {\"id\": 2\",",
            "{\"id\": \"2\", -> {id: 2,",
            "{\"id\": \"2\", -> {'id': '2',",
            "{\"id\": \"2\", -> {\"id\" \"2\",",
            "{\"id\": \"2\", -> {\"id\": \"2\":",
            "{\"id\": \"2\", -> \"id\": \"2\",",
            "{\"id\": \"2\", -> nothing {\"id\": \"2\",",
            "{\"id\": \"2\", -> <b>Warning</b>: \"x\", line 2 {\"id\": \"2\",",
            "{\"id\": \"2\", -> # no comment\n{\"id\": \"2\",",
            "{\"id\": \"2\", -> ], {\"id\": \"2\",",
            "{\"id\": \"2\", -> {\"id\": \"2\", \"rank\": NaN,",
            "{\"id\": \"2\", -> {\"id\": \"2\", \"rank\": ,",
            "{\"id\": \"2\", -> {\"id\": \"2\", \"rank\": 0x1F,",
            "{\"id\": \"2\", -> {\"id\": \"2\", \"external_url\": \"a\\u12\",",
            "{\"id\": \"2\", -> {\"id\": \"2\", \"summary\": \"C:\\\", ",
            "{\"id\": \"2\", -> {\"id\": \"2\", \"summary\": \"a \"b\" c\", ",
            "{\"id\": \"2\", -> {\"id\": \"2\", \"summary\": \"a \"b\", and c\", ",
            "\"Essi\"}]} -> \"Essi\"}]",
            "\"Essi\"}]} -> \"Essi\"}]}}",
            "\"Essi\"}]} -> \"Essi\"]}",
            "\"Essi\"}]} -> \"Essi\"}}",
            "[\"a\", \"b\"] -> [\"a\", \"b\"",
            "[\"a\", \"b\"] -> [\"a\", \"b\"]]",
            "[\"a\", \"b\"] -> [\"a\" \"b\"]",
            "[\"a\", \"b\"] -> [\"a\", b]",
            "\"F\" -> \"F",
            "\"F\" -> F",
            "\"F\", -> \"F\"",
            "\n]}\n -> \n]",
            "\n]}\n -> \n",
            "\n]}\n -> ,\n{\"id\": \"4\", \"tit");

    @ParameterizedTest
    @MethodSource("wrongs")
    void noItemIsLost(String right, String wrong) {
        assertThat(FEED).contains(right);
        var document = document(FEED.replace(right, wrong));

        assertThat(document.items())
                .extracting(Item::id)
                .filteredOn(id -> !id.equals("4"))
                .containsExactly("1", "2", "3");
        assertThat(document.items()).extracting(Item::title).startsWith("Eka", "Toka", "Kolmas");
        assertThat(document.channel().title()).isEqualTo("F");
        assertThat(document.problems()).isNotEmpty().last().asString().contains("it is no JSON at line ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '~',
            value = {
                "\"Toka\" -> \"To \"ok\", or ka\" -> To \"ok\", or ka",
                "\"Toka\" -> \"To\\u12ka\" -> To\\u12ka",
                "\"Toka\" -> 'To \"ok\" ka' -> To \"ok\" ka",
                "\"Toka\" -> \"Toka\\\" -> Toka\"",
                "\"Toka\" -> Toka -> Toka",
            })
    void whatIsMendedSaysWhatWasMeant(String right, String wrong, String title) {
        assertThat(document(FEED.replace(right, wrong)).items().get(1).title()).isEqualTo(title);
    }

    @Test
    void whereItBreaksIsSaidAndTheLinesOfOtherProblemsStayRight() {
        var problems = document(
                        FEED.replace("\"Toka\"", "\"Toka\"; /* a\nb */").replace("{\"id\": \"3\"", "7, {\"id\": \"3\""))
                .problems();

        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).isEqualTo("item 3 in line 5: it is no object; it was left out");
        assertThat(problems.get(1))
                .startsWith("it is no JSON at line 3, column 28: ")
                .endsWith("; what could be made out of it was read")
                .doesNotContain("Source");
    }

    @Test
    void whatIsCutIsLeftOutAndWhatIsWholeIsNot() {
        var document =
                document("{\"items\": [{\"id\": \"1\"}, {\"id\": \"2\", \"title\": \"Whole\", \"summary\": \"Half of");

        assertThat(document.items())
                .extracting(Item::id, Item::title, Item::lead)
                .hasSize(2);
        assertThat(document.items().get(1)).extracting(Item::title, Item::lead).containsExactly("Whole", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Warning: x<br />\n", ")]}',\n", "\uFEFF\u0000"})
    void whatStandsBeforeAFeedThatHttpCallsJsonDoesNotHideIt(String before) {
        assertThat(document(before + FEED).items()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "\"",
                "\"a\":",
                "{\"a\":",
                "[\"a\",",
                "\\",
                ",\"",
                "'",
                "/*",
                "\"a\" \"b\" ",
                ": \"",
                "9"
            })
    void whatIsTwiceAsLongIsReadToo(String piece) {
        var mended = LooseJson.mended("{\"items\": [{\"id\": " + piece.repeat(300_000));

        assertThat(JSON.readTree(mended).path("items").isArray()).isTrue();
    }

    @Test
    void whatIsMendedIsJson() {
        var chance = new Random(7);
        var pieces = "{}[],:\"'\\/*\n a1-NT\u0000ä".toCharArray();
        for (var round = 0; round < 5_000; round++) {
            var text = new StringBuilder(FEED);
            for (var changes = 0; changes <= chance.nextInt(6); changes++) {
                var at = 1 + chance.nextInt(text.length() - 1);
                text.replace(
                        at,
                        Math.min(text.length(), at + chance.nextInt(3)),
                        "" + pieces[chance.nextInt(pieces.length)]);
            }
            assertThat(Stream.of(LooseJson.mended(text.toString())))
                    .as("of %s", text)
                    .allSatisfy(mended ->
                            assertThat(JSON.readTree(mended).isObject()).isTrue());
        }
    }

    static Stream<Object[]> wrongs() {
        return WRONGS.stream().map(row -> row.split(" -> ", 2));
    }

    private static Document document(String text) {
        return (Document) Parser.read(
                text.getBytes(StandardCharsets.UTF_8),
                Texts.origin("https://example.org/feed", "application/feed+json"));
    }
}
