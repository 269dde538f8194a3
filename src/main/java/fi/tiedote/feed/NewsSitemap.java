package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Selection;
import java.time.Clock;
import java.time.Duration;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The releases of the last two days, as search engines for news want them (sitemaps.org 0.9 with Google's news module). */
@RestController
class NewsSitemap {
    private static final Namespace SITEMAP = Namespace.getNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
    private static final Namespace NEWS =
            Namespace.getNamespace("news", "http://www.google.com/schemas/sitemap-news/0.9");
    private static final Duration AGE = Duration.ofDays(2);
    private static final int MOST = 1_000;

    private final Releases releases;
    private final City city;
    private final Links links;
    private final Clock clock;

    NewsSitemap(Releases releases, City city, Clock clock) {
        this.releases = releases;
        this.city = city;
        this.links = new Links(city);
        this.clock = clock;
    }

    @GetMapping("/sitemap-news.xml")
    ResponseEntity<byte[]> latest() {
        var oldest = clock.instant().minus(AGE);
        var urls = new Element("urlset", SITEMAP);
        urls.addNamespaceDeclaration(NEWS);
        releases.latest(Selection.EVERYTHING, MOST).stream()
                .takeWhile(release -> release.publishedAt().isAfter(oldest))
                .forEach(release -> urls.addContent(url(release)));
        return ResponseEntity.ok()
                .header("Content-Type", "application/xml; charset=utf-8")
                .cacheControl(CacheControl.maxAge(Editions.AGE_LIMIT).cachePublic())
                .body(Xml.bytes(urls));
    }

    private Element url(Release release) {
        var publication = new Element("publication", NEWS);
        Xml.text(publication, "name", NEWS, city.names().in(release.language()));
        Xml.text(publication, "language", NEWS, release.language().code());
        var news = new Element("news", NEWS).addContent(publication);
        Xml.text(news, "publication_date", NEWS, release.publishedAt().toString());
        Xml.text(news, "title", NEWS, release.title());
        var url = new Element("url", SITEMAP);
        Xml.text(url, "loc", SITEMAP, links.release(release));
        Xml.text(url, "lastmod", SITEMAP, FeedPage.updated(release).toString());
        return url.addContent(news);
    }
}
