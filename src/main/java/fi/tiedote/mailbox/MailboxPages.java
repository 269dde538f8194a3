package fi.tiedote.mailbox;

import fi.tiedote.city.City;
import fi.tiedote.delivery.NoRelay;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final DateTimeFormatter time;

    MailboxPages(Mailbox mailbox, City city) {
        this.mailbox = mailbox;
        this.time = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH)
                .withZone(city.timeZone());
    }

    @GetMapping("/mailbox")
    ModelAndView list(@RequestParam(defaultValue = "1") int page) throws IOException {
        var pages = Math.max(1, (mailbox.size() + PAGE - 1) / PAGE);
        var shown = Math.min(Math.max(1, page), pages);
        var rows = mailbox.arrivals((shown - 1) * PAGE, PAGE).stream()
                .map(this::row)
                .toList();
        return new ModelAndView("web/mailbox", Map.of("letters", rows, "page", shown, "pages", pages));
    }

    @GetMapping("/mailbox/{id}")
    ModelAndView letter(@PathVariable String id) throws IOException {
        var letter = mailbox.open(id).orElseThrow(MailboxPages::notFound);
        var arrival = mailbox.arrival(id).orElseThrow(MailboxPages::notFound);
        return new ModelAndView(
                "web/mailbox-letter",
                Map.of(
                        "letter",
                        row(arrival),
                        "headers",
                        letter.headers(),
                        "html",
                        !letter.html().isBlank(),
                        "text",
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

    private Row row(Arrival arrival) {
        var subject = arrival.subject().isBlank() ? "(no subject)" : arrival.subject();
        return new Row(
                arrival.id(),
                arrival.to(),
                arrival.from(),
                subject,
                arrival.received(),
                time.format(arrival.received()));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Public for the template. */
    public record Row(String id, String to, String from, String subject, Instant received, String time) {}
}
