package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnquiryTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                  | ''
                    utm_source=x&fbclid=y               | ''
                    limit=50                            | ''
                    limit=0200                          | refused
                    limit=007                           | ?limit=7
                    lang=                               | ''
                    lang=sv&lang=fi                     | ?lang=fi&lang=sv
                    lang=EN,sv-FI                       | ?lang=sv&lang=en
                    q=Uimahalli%20auki&lang=fi          | ?lang=fi&q=uimahalli+auki
                    q=b&q=A&q=b                         | ?q=a+or+b
                    q=%C3%A4%C3%A4ni%09%F0%9F%98%80     | ?q=%C3%A4%C3%A4ni+%F0%9F%98%80
                    area=keskusta&topic=opetus,liikunta | ?topic=liikunta&topic=opetus&area=keskusta
                    before=1a_2b&limit=10&lang=fi       | ?lang=fi&limit=10&before=1a_2b
                    &&topic=liikunta&                   | ?topic=liikunta
                    """)
    void aFeedHasOneAddress(String asked, String canonical) {
        var read = read(asked);

        if (canonical.equals("refused")) {
            assertThat(read).isInstanceOf(Refusal.class);
        } else {
            assertThat(read).isInstanceOfSatisfying(FeedQuery.class, query -> {
                assertThat(query.text()).isEqualTo(canonical);
                assertThat(read(canonical.replace("?", ""))).isEqualTo(query);
            });
        }
    }

    @Test
    void valuesOfOneParameterAreChoicesAndParametersAreConditions() {
        var read = (FeedQuery) read("lang=fi&lang=sv&topic=opetus&topic=liikunta&q=halli&limit=20");

        assertThat(read.limit()).isEqualTo(20);
        assertThat(read.selection().languages()).containsExactly(Language.FI, Language.SV);
        assertThat(read.selection().topics()).containsExactly("liikunta", "opetus");
        assertThat(read.selection().words()).isEqualTo("halli");
    }

    @ParameterizedTest
    @CsvSource({
        "topic=tanssi, tanssi, 'liikunta, kulttuuri, opetus'",
        "area=kuu, kuu, 'keskusta, saaristo'",
        "lang=de, de, 'fi, sv, en'",
        "topic=liikunta&topic=x, x, liikunta"
    })
    void whatIsUnknownIsNamedWithWhatThereIs(String asked, String value, String allowed) {
        assertThat(read(asked)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status().value()).isEqualTo(404);
            assertThat(refusal.reason()).contains('"' + value + '"', allowed);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=ten",
                "limit=1&limit=2",
                "before=x",
                "before=zzzzzzzzzzzz_1",
                "before=1_zzzzzzzzzzzzz",
                "before=1_1,2_2",
                "q=%",
                "q=%zz",
                "q=%ff",
                "q=a%00b",
                "q=%0B",
                "q=%ED%A0%80",
                "q=%EF%BF%BF",
                "%C3=1"
            })
    void whatCannotBeMeantIsRefused(String asked) {
        assertThat(read(asked)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.status().value())
                .isEqualTo(400));
    }

    @Test
    void whatIsTooLongIsRefused() {
        for (var asked : List.of("q=" + "a".repeat(201), "x=" + "a".repeat(4000), "q=a".repeat(100) + "&q=b")) {
            assertThat(read(asked)).as(asked).isInstanceOf(Refusal.class);
        }
    }

    private static Asked read(String query) {
        return Enquiry.read(query, PressOffice.VOCABULARY);
    }
}
