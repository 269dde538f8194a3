package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.DraftBuilder;
import fi.tiedote.release.NewsDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SitemapsTests {
    private final NewsDesk desk = CITY.tiedote.bean(NewsDesk.class);

    @Test
    void theSitemapHasEveryPublicReleaseAndBecomesAnIndexWhenItIsFull() {
        var gone = CITY.publish("gone", Language.FI, "Poissa", "kulttuuri");
        desk.withdraw(gone);
        var pages = xml("/sitemap.xml").select("urlset > url > loc").eachText();

        assertThat(pages).contains(address(CITY.finnish), address(CITY.swedish)).doesNotContain(address(gone));
        CITY.database
                .jdbc()
                .sql("ALTER TABLE release ALTER COLUMN id RESTART WITH 50001")
                .update();
        var late = CITY.publish("late", Language.FI, "Myöhään", "kulttuuri");

        assertThat(xml("/sitemap.xml").select("sitemapindex > sitemap > loc").eachText())
                .hasSize(2)
                .last()
                .asString()
                .endsWith("/sitemap-2.xml");
        assertThat(xml("/sitemap-1.xml").select("loc").eachText()).containsAll(pages);
        assertThat(xml("/sitemap-2.xml").select("loc").eachText()).contains(address(late));
        assertThat(CITY.get("/sitemap-3.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void newsAreTwoDaysOld() {
        var now = CITY.tiedote.bean(Clock.class).instant();
        var fresh = publish("fresh", "Uusi & <tuore>", now.minus(Duration.ofHours(47)));
        var old = publish("old", "Vanha", now.minus(Duration.ofHours(49)));
        var news = xml("/sitemap-news.xml");

        assertThat(news.select("url > loc").eachText()).contains(address(fresh)).doesNotContain(address(old));
        assertThat(news.getElementsByTag("news:title").eachText()).contains("Uusi & <tuore>");
        assertThat(news.getElementsByTag("news:language").eachText()).contains("fi");
        assertThat(news.getElementsByTag("news:name").eachText()).isNotEmpty();
        assertThat(news.getElementsByTag("news:publication_date").eachText())
                .allSatisfy(date -> assertThat(Instant.parse(date)).isAfter(now.minus(Duration.ofDays(3))));
    }

    @Test
    void robotsAreToldWhereTheSitemapsAre() {
        assertThat(CITY.get("/robots.txt").body())
                .contains("Disallow: /u/")
                .containsPattern("Sitemap: http\\S+/sitemap.xml\n");
    }

    private long publish(String item, String title, Instant moment) {
        var draft = Drafts.of(item, item, Language.FI, title, "<p>Teksti.</p>", Set.of("kulttuuri"));
        var dated = new DraftBuilder(draft).published(moment).updated(moment).contacts(List.of());
        return desk.keep(dated.announced(false).build()).id();
    }

    private static String address(long id) {
        return CITY.tiedote.bean(City.class).at("/releases/" + id).toString();
    }

    private static Document xml(String path) {
        var answer = CITY.get(path);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/xml");
        return Jsoup.parse(answer.body(), "", Parser.xmlParser());
    }
}
