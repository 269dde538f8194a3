package fi.tiedote.mailbox;

import fi.tiedote.city.Dates;
import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import fi.tiedote.delivery.NoRelay;
import fi.tiedote.site.Pages;
import fi.tiedote.site.Visit;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The mailbox for people. */
@Controller
@Conditional(NoRelay.class)
class MailboxPages {
    private static final int PAGE = 50;
    /** A letter brings its styles inline; nothing of it runs, and only our own page may frame it. */
    private static final String POLICY_OF_A_LETTER = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'unsafe-inline'",
            "img-src 'self' https: data:",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'self'",
            "sandbox allow-top-navigation-by-user-activation allow-popups");

    private final Mailbox mailbox;
    private final Pages pages;
    private final Phrases phrases;
    private final Dates dates;

    MailboxPages(Mailbox mailbox, Pages pages, Phrases phrases, Dates dates) {
        this.mailbox = mailbox;
        this.pages = pages;
        this.phrases = phrases;
        this.dates = dates;
    }

    private record Overview(List<Row> letters, int page, int pages) {}

    private record Letter(Row letter, List<Opened.Field> headers, boolean html, List<Stretch> text) {}

    private record Row(String id, String to, String from, String subject, String machine, String time) {}

    @GetMapping("/mailbox")
    ModelAndView list(Visit visit, @RequestParam(defaultValue = "1") int page) throws IOException {
        var last = Math.max(1, (mailbox.size() + PAGE - 1) / PAGE);
        var shown = Math.min(Math.max(1, page), last);
        var rows = mailbox.arrivals((shown - 1) * PAGE, PAGE).stream()
                .map(arrival -> row(arrival, visit.language()))
                .toList();
        return pages.show(visit, "mailbox", new Overview(rows, shown, last));
    }

    @GetMapping("/mailbox/{id}")
    ModelAndView letter(Visit visit, @PathVariable String id) throws IOException {
        var letter = mailbox.open(id).orElseThrow(MailboxPages::notFound);
        var arrival = mailbox.arrival(id).orElseThrow(MailboxPages::notFound);
        return pages.show(
                visit,
                "mailbox-letter",
                new Letter(
                        row(arrival, visit.language()),
                        letter.headers(),
                        !letter.html().isBlank(),
                        letter.text().isBlank() ? List.of() : Stretch.of(letter.text())));
    }

    @GetMapping("/mailbox/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) throws IOException {
        var letter =
                Jsoup.parse(mailbox.open(id).orElseThrow(MailboxPages::notFound).html());
        letter.select("base").remove();
        letter.head().prependElement("base").attr("target", "_top");
        letter.outputSettings().prettyPrint(false);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY_OF_A_LETTER)
                .body(letter.outerHtml());
    }

    private Row row(Arrival arrival, Language language) {
        var subject = arrival.subject().isBlank() ? phrases.say(language, "mailbox.subject.none") : arrival.subject();
        return new Row(
                arrival.id(),
                arrival.to(),
                arrival.from(),
                subject,
                dates.machine(arrival.received()),
                dates.text(arrival.received(), language));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
