package fi.tiedote.site;

import fi.tiedote.delivery.Relays;
import fi.tiedote.network.Network;
import fi.tiedote.network.Turnstile;
import fi.tiedote.release.Vocabulary;
import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.SignUp;
import fi.tiedote.subscription.Wish;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lets people ask for mail. */
@Controller
class SubscribePages {
    private final Pages pages;
    private final SubscribeForm form;
    private final SignUp signUp;
    private final Relays relays;
    private final Vocabulary vocabulary;
    private final Turnstile turnstile;

    SubscribePages(Pages pages, SubscribeForm form, SignUp signUp, Relays relays, Vocabulary vocabulary, Clock clock) {
        this.pages = pages;
        this.form = form;
        this.signUp = signUp;
        this.relays = relays;
        this.vocabulary = vocabulary;
        this.turnstile = new Turnstile(30, Duration.ofMinutes(10), clock);
    }

    @GetMapping("/subscribe")
    ModelAndView subscribe(Visit visit) {
        var wanted = Wanted.read(visit.query(), vocabulary).orIn(visit.language());
        var cadence = visit.query().all("cadence").stream()
                .flatMap(key -> Cadence.of(key).stream())
                .findFirst()
                .orElse(Cadence.DAILY);
        return pages.show(visit, "subscribe", form.fresh(wanted, cadence, visit.language()));
    }

    @PostMapping("/subscribe")
    ModelAndView request(Visit visit) throws IOException {
        var network = Network.of(visit.request().getRemoteAddr());
        if (!(relays.local() && network.isThisMachine())) {
            var wait = turnstile.pass(network.prefix());
            if (wait.isPresent()) {
                visit.response()
                        .setHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
                return pages.problem(visit, HttpStatus.TOO_MANY_REQUESTS, "429");
            }
        }
        var given = Form.read(visit.request());
        return given.refused() == null
                ? take(visit, given)
                : pages.problem(visit, given.refused(), ErrorPages.reason(given.refused()));
    }

    @GetMapping("/subscribe/sent")
    ModelAndView sent(Visit visit) {
        return pages.show(visit, "sent", new Nothing());
    }

    /** Programs fill in every field; those that fill in the one that nobody sees get what they hope for, and no letter is sent. */
    private ModelAndView take(Visit visit, Form given) {
        var request = form.read(given, visit.language());
        if (!given.text(SubscribeForm.TRAP).isEmpty()) {
            return pages.goTo(visit, "/subscribe/sent");
        }
        if (!request.mistakes().isEmpty()) {
            return visit.wantsJson()
                    ? pages.refuse(visit, form.problem(request, visit.language()))
                    : pages.show(
                            visit,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "subscribe",
                            form.again(request, visit.language()));
        }
        var selection = request.wanted().selection();
        var language = selection.languages().stream().findFirst().orElse(visit.language());
        signUp.request(new Wish(request.address().orElseThrow(), language, selection, request.cadence()));
        return pages.goTo(visit, "/subscribe/sent");
    }
}
