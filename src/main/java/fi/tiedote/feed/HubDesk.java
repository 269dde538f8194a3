package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.tiedote.network.WebPorts;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes wishes for WebSub (W3C Recommendation, §5); what becomes of them is asked at the callback. */
@RestController
class HubDesk {
    private static final int LONGEST_CALLBACK = 2000;
    private static final int LONGEST_SECRET = 199;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{0,12}");

    private final HubWishes wishes;
    private final Topics topics;
    private final Editions editions;
    private final HubSettings settings;
    private final Clock clock;

    HubDesk(HubWishes wishes, Topics topics, Editions editions, HubSettings settings, Clock clock) {
        this.wishes = wishes;
        this.topics = topics;
        this.editions = editions;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping(path = "/hub", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> take(@RequestParam Map<String, String> form) {
        var mode = mode(form.getOrDefault("hub.mode", ""));
        var topic = topics.at(form.getOrDefault("hub.topic", ""));
        var callback = callback(form.getOrDefault("hub.callback", ""));
        var secret = form.getOrDefault("hub.secret", "");
        var seconds = form.getOrDefault("hub.lease_seconds", "").strip();
        if (mode.isEmpty()) {
            return refuse(HttpStatus.BAD_REQUEST, "hub.mode must be subscribe or unsubscribe.");
        }
        if (topic.isEmpty()) {
            return refuse(HttpStatus.NOT_FOUND, "hub.topic must be what a feed of this site calls itself (rel=self).");
        }
        if (callback.isEmpty()) {
            return refuse(
                    HttpStatus.BAD_REQUEST, "hub.callback must be an http or https address, at a port of the web.");
        }
        if (secret.getBytes(UTF_8).length > LONGEST_SECRET || secret.indexOf('\0') >= 0) {
            return refuse(HttpStatus.BAD_REQUEST, "hub.secret must be shorter than 200 bytes, none of them zero.");
        }
        if (!SECONDS.matcher(seconds).matches()) {
            return refuse(HttpStatus.BAD_REQUEST, "hub.lease_seconds must be a number.");
        }
        var lease = HubIntent.lease(seconds.isEmpty() ? 0 : Long.parseLong(seconds));
        return take(topic.get(), new HubIntent(0, mode.get(), topic.get().path(), callback.get(), secret, lease, 0));
    }

    private ResponseEntity<String> take(Address topic, HubIntent intent) {
        if (intent.mode() == HubIntent.Mode.UNSUBSCRIBE) {
            return wishes.know(intent)
                    ? accept(intent)
                    : ResponseEntity.accepted().build();
        }
        var refusal = editions.current(topic).refusal();
        if (refusal != null) {
            return refuse(refusal.status(), "hub.topic: " + refusal.reason());
        }
        if (wishes.countBeside(intent) >= settings.perHost()) {
            return refuse(HttpStatus.TOO_MANY_REQUESTS, intent.host() + " has as many subscriptions as one host may.");
        }
        return accept(intent);
    }

    private ResponseEntity<String> accept(HubIntent intent) {
        wishes.take(intent, clock.instant());
        return ResponseEntity.accepted().build();
    }

    private static Optional<HubIntent.Mode> mode(String word) {
        return switch (word) {
            case "subscribe" -> Optional.of(HubIntent.Mode.SUBSCRIBE);
            case "unsubscribe" -> Optional.of(HubIntent.Mode.UNSUBSCRIBE);
            default -> Optional.empty();
        };
    }

    private static Optional<URI> callback(String text) {
        try {
            var url = new URI(text);
            var web = url.getScheme() != null
                    && url.getScheme().toLowerCase(Locale.ROOT).matches("https?");
            return web
                            && url.getHost() != null
                            && WebPorts.allow(url)
                            && url.getUserInfo() == null
                            && text.length() <= LONGEST_CALLBACK
                    ? Optional.of(withoutFragment(url))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static URI withoutFragment(URI url) {
        var text = url.toASCIIString();
        return URI.create(url.getFragment() == null ? text : text.substring(0, text.indexOf('#')));
    }

    private static ResponseEntity<String> refuse(HttpStatus status, String reason) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(reason + "\n");
    }
}
