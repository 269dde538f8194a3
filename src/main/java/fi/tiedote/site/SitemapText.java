package fi.tiedote.site;

import static java.util.stream.Collectors.joining;

import fi.tiedote.city.City;
import fi.tiedote.release.Headline;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Sitemaps by sitemaps.org, and Google's extension for news. */
@Component
class SitemapText {
    /** Most addresses on a page; the protocol's limit. */
    static final int PAGE = 50_000;

    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SITEMAP = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    private static final String NEWS = "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"";

    private final City city;

    SitemapText(City city) {
        this.city = city;
    }

    String robots() {
        return """
                User-agent: *
                Disallow: /confirm/
                Disallow: /u/
                Disallow: /preferences/
                Disallow: /subscribe/sent
                Disallow: /mailbox
                Disallow: /feeds/private/

                Sitemap: %s
                Sitemap: %s
                """.formatted(city.at("/sitemap.xml"), city.at("/sitemap-news.xml"));
    }

    String index(long pages) {
        return LongStream.rangeClosed(1, pages)
                .mapToObj(page -> "<sitemap><loc>" + city.at("/sitemap-" + page + ".xml") + "</loc></sitemap>\n")
                .collect(joining("", START + "<sitemapindex " + SITEMAP + ">\n", "</sitemapindex>\n"));
    }

    String page(List<Headline> releases) {
        return releases.stream()
                .map(release -> "<url><loc>" + address(release) + "</loc><lastmod>" + release.updatedAt()
                        + "</lastmod></url>\n")
                .collect(joining("", START + "<urlset " + SITEMAP + ">\n", "</urlset>\n"));
    }

    String news(List<Headline> releases) {
        return releases.stream()
                .map(this::news)
                .collect(joining("", START + "<urlset " + SITEMAP + " " + NEWS + ">\n", "</urlset>\n"));
    }

    private String news(Headline release) {
        return """
                <url><loc>%s</loc><news:news>
                <news:publication><news:name>%s</news:name><news:language>%s</news:language></news:publication>
                <news:publication_date>%s</news:publication_date><news:title>%s</news:title>
                </news:news></url>
                """.formatted(
                        address(release),
                        escaped(city.names().in(release.language())),
                        release.language().code(),
                        release.publishedAt(),
                        escaped(release.title()));
    }

    private String address(Headline release) {
        return city.at("/releases/" + release.id()).toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
