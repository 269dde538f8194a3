package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

class DecodingTests {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @ParameterizedTest
    @CsvSource({
        "UTF-8, text/xml,, Öinen näyttely – 5 €",
        "UTF-8, text/xml; charset=us-ascii,, Öinen näyttely",
        "UTF-8, text/xml; charset=utf8, iso-8859-1, Öinen näyttely",
        "UTF-8, text/xml; charset=nonsense, utf-8, Öinen näyttely",
        "UTF-8,, us-ascii, Öinen näyttely",
        "UTF-8,, utf-16, Öinen näyttely",
        "ISO-8859-1, text/xml; charset=ISO-8859-1,, Öinen näyttely",
        "ISO-8859-1, text/xml; charset=\"latin1\", utf-8, Öinen näyttely",
        "ISO-8859-1, text/xml, ISO-8859-1, Öinen näyttely",
        "ISO-8859-1,, utf-8, Öinen näyttely",
        "ISO-8859-15,, iso-8859-15, 5 €",
        "windows-1252, text/xml,, Öinen näyttely – “5 €”",
        "windows-1252, text/xml; charset=iso-8859-1,, Öinen näyttely – “5 €”",
        "windows-1252,, ISO_8859-1, Öinen näyttely – “5 €”",
        "windows-1252,, windows_1252, “5 €”",
        "windows-1251,, windows-1251, Новости города",
        "windows-1251,, cp1251, Новости города",
        "windows-1253,, windows-1253, Νέα της πόλης",
        "windows-1254,, iso-8859-9, İstanbul ğ",
        "KOI8-R,, koi8-r, Новости города",
        "KOI8-R, text/xml; charset=koi8-r, utf-8, Новости города",
        "GB2312,, gb2312, 城市新闻",
        "GB18030,, gb2312, 城市新闻镕",
        "GBK,, gbk, 城市新闻镕",
        "Big5,, big5, 城市新聞",
        "Shift_JIS,, shift_jis, 市のニュース",
        "windows-31j,, x-sjis, ①市",
        "EUC-JP,, euc-jp, 市のニュース",
        "ISO-2022-JP,, iso-2022-jp, 市のニュース",
        "EUC-KR,, euc-kr, 도시 소식",
        "x-windows-949,, ks_c_5601-1987, 똠",
        "TIS-620,, tis-620, ข่าว",
        "IBM437,, 437, Öinen",
        "IBM850,, cp850, Öinen",
        "IBM037,, cp037, News",
        "x-IBM875,, cp875, Νέα",
        "IBM1047,, ibm1047, [News]",
        "x-MacRoman,, macintosh, Öinen",
        "x-MacRoman, text/xml; charset=csMacintosh,, Öinen",
        "x-MacCyrillic,, mac-cyrillic, Новости",
        "x-MacCentralEurope,, maclatin2, Žluťoučký",
        "IBM855,, csIBM855, Новости",
        "IBM775,, csPC775Baltic, Žinios",
        "UTF-16, application/xml, UTF-16, Öinen 市",
        "UTF-16LE,, UTF-16, Öinen 市",
        "UTF-16BE,, UTF-16, Öinen 市",
        "UTF-16BE,,, Öinen 市",
        "UTF-32,, utf-32, Öinen 市",
        "UTF-32LE,, utf-32le, Öinen 市",
        "UTF-32BE,,, Öinen 市",
        "x-UTF-16LE-BOM, text/xml; charset=utf-8, utf-8, Öinen 市",
    })
    void everyEncodingIsDecoded(String actual, String contentType, String prolog, String title) {
        var xml = (prolog == null ? "<?xml version='1.0'?>" : "<?xml version='1.0' encoding='" + prolog + "'?>")
                + "<rss><channel><item><title>" + title + "</title></item></channel></rss>";

        assertThat(title(xml.getBytes(Charset.forName(actual)), contentType)).isEqualTo(title);
    }

    /** The table is that of the Encoding Standard, without the encodings that it replaces by nothing. */
    @ParameterizedTest
    @MethodSource("labels")
    void everyLabelOfTheWebIsKnown(String label, String charset) {
        assertThat(Charsets.named(label).map(Charset::name)).contains(charset);
        assertThat(Charsets.named(label.toUpperCase(Locale.ROOT)).map(Charset::name))
                .contains(charset);
    }

    static Stream<Object[]> labels() throws IOException {
        return new ClassPathResource("charsets/labels.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> List.of(line.split(" ")))
                .flatMap(line -> line.stream().skip(1).map(label -> new Object[] {label, line.get(0)}));
    }

    @ParameterizedTest
    @CsvSource({"iso-8859-10, C8C1BAC5C2BF, ČÁšÅÂŋ", "latin6, BDBFFF, ―ŋĸ", "iso-8859-14, D7A8A4BC, ṪẀĊỳ"})
    void whatTheJdkLacksIsReadToo(String label, String bytes, String text) {
        var charset = Charsets.named(label).orElseThrow();

        assertThat(new String(HexFormat.of().parseHex(bytes), charset)).isEqualTo(text);
    }

    @Test
    void aByteOrderMarkKnowsBetterThanAnyLabel() {
        var xml = "<?xml version='1.0' encoding='iso-8859-1'?><rss><item><title>Öinen</title></item></rss>"
                .getBytes(StandardCharsets.UTF_8);
        var marked = new byte[xml.length + BOM.length];
        System.arraycopy(BOM, 0, marked, 0, BOM.length);
        System.arraycopy(xml, 0, marked, BOM.length, xml.length);

        assertThat(title(marked, "text/xml; charset=iso-8859-1")).isEqualTo("Öinen");
    }

    @Test
    void aStrayByteDoesNotSpoilTheOthers() {
        var xml = "<rss><item><title>Öinen n?yttely</title></item></rss>".getBytes(StandardCharsets.UTF_8);
        for (var at = 0; at < xml.length; at++) {
            xml[at] = xml[at] == '?' ? (byte) 0xE4 : xml[at];
        }

        assertThat(title(xml, "text/xml; charset=utf-8")).isEqualTo("Öinen näyttely");
    }

    @Test
    void whatBecameAControlOnItsWayIsAQuotationMarkAgain() {
        var xml = "<rss><item><title>\u0093Öinen\u0094 \u0096 5 \u0080</title></item></rss>";

        assertThat(title(xml.getBytes(StandardCharsets.UTF_8), "text/xml")).isEqualTo("“Öinen” – 5 €");
    }

    private static String title(byte[] bytes, String contentType) {
        var origin = Texts.origin("https://example.org/feed", contentType == null ? "" : contentType);
        return ((Document) Parser.read(bytes, origin)).items().get(0).title();
    }
}
