package fi.tiedote.site;

import fi.tiedote.release.Headlines;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells search engines what there is, and what not to look at. */
@Controller
class Sitemaps {
    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=utf-8");
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
    private static final int MOST_NEWS = 1000;
    private static final Duration NEWS = Duration.ofDays(2);

    private final Headlines headlines;
    private final SitemapText text;
    private final Clock clock;

    Sitemaps(Headlines headlines, SitemapText text, Clock clock) {
        this.headlines = headlines;
        this.text = text;
        this.clock = clock;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return answer(text.robots(), TEXT, Duration.ofDays(1));
    }

    @GetMapping("/sitemap-news.xml")
    ResponseEntity<String> news() {
        var since = clock.instant().minus(NEWS);
        return answer(text.news(headlines.since(since, MOST_NEWS)), XML, Duration.ofMinutes(5));
    }

    /** One page while all ids fit it; otherwise the list of pages. */
    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap() {
        var pages = pages();
        return pages == 1 ? page(1) : answer(text.index(pages), XML, Duration.ofHours(1));
    }

    @GetMapping("/sitemap-{number:[1-9][0-9]{0,5}}.xml")
    ResponseEntity<String> page(@PathVariable("number") long number) {
        if (number > pages()) {
            return ResponseEntity.notFound().build();
        }
        var last = number * SitemapText.PAGE;
        return answer(text.page(headlines.between(last - SitemapText.PAGE + 1, last)), XML, Duration.ofHours(1));
    }

    /** By ids, not by count: so a release never moves to another page. */
    private long pages() {
        return Math.max(1, (headlines.lastId() + SitemapText.PAGE - 1) / SitemapText.PAGE);
    }

    private static ResponseEntity<String> answer(String text, MediaType type, Duration age) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(age).cachePublic())
                .eTag('"' + DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8)) + '"')
                .body(text);
    }
}
