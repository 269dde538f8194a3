package fi.tiedote.site;

import fi.tiedote.city.City;
import fi.tiedote.city.Dates;
import fi.tiedote.release.Release;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells search engines what a page is: JSON-LD by schema.org. */
@Component
class NewsArticle {
    private final City city;
    private final Dates dates;
    private final JsonMapper json;

    NewsArticle(City city, Dates dates, JsonMapper json) {
        this.city = city;
        this.dates = dates;
        this.json = json;
    }

    /** No character of it ends a script element. */
    String json(Release release, String url) {
        return json.writeValueAsString(article(release, url))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private Map<String, Object> article(Release release, String url) {
        var city = publisher(release);
        var article = new LinkedHashMap<String, Object>();
        article.put("@context", "https://schema.org");
        article.put("@type", "NewsArticle");
        article.put("headline", release.title());
        article.put("description", release.lead());
        article.put("inLanguage", release.language().code());
        article.put("datePublished", dates.machine(release.publishedAt()));
        article.put("dateModified", dates.machine(later(release)));
        article.put("url", url);
        article.put("mainEntityOfPage", url);
        article.put("identifier", "urn:uuid:" + release.uuid());
        article.put("author", city);
        article.put("publisher", city);
        return article;
    }

    private Map<String, String> publisher(Release release) {
        return Map.of(
                "@type", "GovernmentOrganization",
                "name", city.names().in(release.language()),
                "url", city.at("/").toString());
    }

    /** A release whose embargo ended changed last when it became public. */
    private static Instant later(Release release) {
        return release.updatedAt().isBefore(release.publishedAt()) ? release.publishedAt() : release.updatedAt();
    }
}
