package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with XML is said with its place, and the items are read all the same. */
class FlawTests {
    private static final String ITEM = "<item><title>Eka</title></item>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <b></i></b>                    | </i> where </b> was due at line 3, column 4
            <b><i></b></i>                 | </b> where </i> was due at line 3, column 7
            a & b                          | & that begins no reference at line 3, column 3
            a &nbsp; b                     | the undeclared &nbsp; at line 3, column 3
            1 < 2                          | < that begins no tag at line 3, column 3
            <a href=x></a>                 | a bad attribute in <a> at line 3, column 1
            <a b='1'c='2'/>                | a bad attribute in <a> at line 3, column 1
            <a b='<'/>                     | a bad attribute in <a> at line 3, column 1
            <a b='1' c='2' b='3'/>         | the attribute b twice in <a> at line 3, column 1
            <a b/>                         | a bad attribute in <a> at line 3, column 1
            <dc:date/>                     | an undeclared prefix in <dc:date> at line 3, column 1
            ä]]>                           | ]]> outside of a CDATA section at line 3, column 2
            <![CDATA[ x                    | a CDATA section is not closed at line 3, column 1
            <!-- x                         | a comment is not closed at line 3, column 1
            <b>                            | </channel> where </b> was due at line 4, column 1
            </rss>                         | </rss> where </channel> was due at line 3, column 1
            """)
    void thePlaceIsSaid(String broken, String problem) {
        var text = "<rss>\r\n<channel>" + ITEM + "\n" + broken + "\n</channel></rss>";

        assertThat(problems(text))
                .isEqualTo("it is not well-formed: " + problem + "; what could be made out of it was read");
    }

    @Test
    void aCharacterThatXmlForbidsIsNamed() {
        assertThat(problems("<rss><channel>" + ITEM + "\n\u000B</channel></rss>"))
                .contains("a character that XML forbids, U+000B, at line 2, column 1");
        assertThat(problems("<rss><channel>" + ITEM + "<!-- \u000B --></channel></rss>"))
                .contains("U+000B, at line 1, column 51");
    }

    @Test
    void whatIsCutOffIsSaid() {
        assertThat(problems("<rss><channel>" + ITEM)).contains("it ends before </channel> at line 1, column 46");
        assertThat(problems("x\n<rss><channel>" + ITEM + "</channel></rss>"))
                .contains("something stands before the first tag at line 1, column 1");
    }

    @Test
    void whatIsNoFeedSaysWhereItBreaks() {
        assertThat(((Unreadable) reading("<a>\n<b></a>")).reason())
                .startsWith("it is neither RSS nor Atom")
                .endsWith("it is not well-formed: </a> where </b> was due at line 2, column 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b > c'>]><rss><channel>ITEM&a;</channel></rss>",
                "<rss xmlns:dc='u'><channel><dc:date a = \"1\" b='\">&#228;&lt;'\n/>ITEM</channel ></rss>\n<!-- </x> & -->",
                "<rss><channel>ITEM<äö-1.x/><![CDATA[ </x> & < ]]>😀&#x1F600;]] ></channel></rss>"
            })
    void whatIsWellFormedHasNone(String text) {
        assertThat(((Document) reading(text.replace("ITEM", ITEM))).problems()).isEmpty();
    }

    private static String problems(String text) {
        var document = (Document) reading(text);
        assertThat(document.items()).extracting(Item::title).containsExactly("Eka");
        return String.join("\n", document.problems());
    }

    private static Reading reading(String text) {
        return Parser.read(text.getBytes(StandardCharsets.UTF_8), Texts.origin("http://example.org/f", ""));
    }
}
