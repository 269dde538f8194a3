package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.Drafts;
import fi.tiedote.release.Attachments;
import fi.tiedote.release.Draft;
import fi.tiedote.release.KeptFile;
import fi.tiedote.release.NewsDesk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class AttachmentPagesTests {
    private final NewsDesk desk = CITY.tiedote.bean(NewsDesk.class);
    private final KeptFile file =
            KeptFile.of("%PDF-1.7\nLiite".getBytes(StandardCharsets.UTF_8)).orElseThrow();

    @Test
    void aFileIsServedAsLongAsItsReleaseIsPublic() {
        var id = desk.keep(draft("attached")).id();
        var path = "/releases/" + id + "/attachments/" + file.attachment("").hash() + ".pdf";
        var page = Jsoup.parse(CITY.get("/releases/" + id).body());
        var answer = CITY.get(path);

        assertThat(page.select("a[href$=" + path + "]").text()).isEqualTo("Päätös 12.pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("%PDF-1.7\nLiite");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Length")).contains("14");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox")
                .doesNotContain("'self'");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains("P%C3%A4%C3%A4t%C3%B6s%2012.pdf");
        assertThat(CITY.get("/feeds/releases.json?lang=fi").body())
                .contains(path)
                .contains("\"size_in_bytes\":14");

        desk.withdraw(id);
        assertThat(CITY.get(path).statusCode()).isEqualTo(410);
    }

    @Test
    void underEmbargoNobodyGetsIt() {
        var id = desk.keep(Drafts.embargoed(draft("secret"), Instant.now().plusSeconds(3600)))
                .id();

        assertThat(CITY.get("/releases/" + id + "/attachments/"
                                + file.attachment("").hash() + ".pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReleaseGivesNoOthersFiles() {
        assertThat(CITY.get("/releases/" + CITY.finnish + "/attachments/"
                                + file.attachment("").hash() + ".pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    private Draft draft(String item) {
        CITY.tiedote.bean(Attachments.class).keep(file);
        return Drafts.attached(Drafts.plain(item), file.attachment("Päätös 12.pdf"));
    }
}
