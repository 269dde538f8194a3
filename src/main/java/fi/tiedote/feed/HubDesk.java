package fi.tiedote.feed;

import fi.tiedote.network.Network;
import fi.tiedote.network.Turnstile;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes wishes for WebSub (W3C Recommendation, §5); what becomes of them is asked at the callback. */
@RestController
class HubDesk {
    private final HubWishes wishes;
    private final Topics topics;
    private final Editions editions;
    private final HubSettings settings;
    private final Clock clock;
    private final Turnstile networks;
    private final Turnstile hosts;

    HubDesk(HubWishes wishes, Topics topics, Editions editions, HubSettings settings, Clock clock) {
        this.wishes = wishes;
        this.topics = topics;
        this.editions = editions;
        this.settings = settings;
        this.clock = clock;
        this.networks = new Turnstile(settings.wishes(), HubSettings.PERIOD, clock);
        this.hosts = new Turnstile(settings.wishes(), HubSettings.PERIOD, clock);
    }

    @PostMapping(path = "/hub", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> take(@RequestParam Map<String, String> form, HttpServletRequest request) {
        return take(form, request.getRemoteAddr());
    }

    /** @param client its address */
    ResponseEntity<String> take(Map<String, String> form, String client) {
        var wish = HubForm.read(form, topics);
        var mistake = wish.mistake();
        return mistake.isPresent() ? refuse(mistake.get()) : letIn(wish, client);
    }

    /** A wish makes us print a feed, and call a host that has perhaps not asked for it. */
    private ResponseEntity<String> letIn(HubForm wish, String client) {
        var intent = wish.intent();
        var wait = networks.pass(Network.of(client).prefix()).or(() -> hosts.pass(intent.host()));
        return wait.map(pause -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1))
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("So much is not asked of the hub in so short a time. Please try again later.\n"))
                .orElseGet(() -> take(wish.topic().orElseThrow(), intent));
    }

    private ResponseEntity<String> take(Address topic, HubIntent intent) {
        if (intent.mode() == HubIntent.Mode.UNSUBSCRIBE) {
            return wishes.know(intent)
                    ? accept(intent)
                    : ResponseEntity.accepted().build();
        }
        var refusal = editions.current(topic).refusal();
        if (refusal != null) {
            return refuse(new Refusal(refusal.status(), "hub.topic: " + refusal.reason()));
        }
        if (wishes.countBeside(intent) >= settings.perHost()) {
            return refuse(new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS, intent.host() + " has as many subscriptions as one host may."));
        }
        return accept(intent);
    }

    private ResponseEntity<String> accept(HubIntent intent) {
        wishes.take(intent, clock.instant());
        return ResponseEntity.accepted().build();
    }

    private static ResponseEntity<String> refuse(Refusal refusal) {
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.TEXT_PLAIN)
                .body(refusal.reason() + "\n");
    }
}
