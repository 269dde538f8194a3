package fi.tiedote.release;

import java.time.Instant;
import org.jsoup.Jsoup;

/** A kept release that may be the one of a draft. */
record Twin(long id, String source, String title, String bodyHtml, Instant publishedAt) {
    Wording wording() {
        return new Wording(title, Jsoup.parseBodyFragment(bodyHtml).text());
    }
}
