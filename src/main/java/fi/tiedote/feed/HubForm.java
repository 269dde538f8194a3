package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.tiedote.network.WebPorts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** What somebody wrote to the hub (WebSub, §5.1); what it means is empty where it means nothing. */
record HubForm(
        Optional<HubIntent.Mode> mode, Optional<Address> topic, Optional<URI> callback, String secret, String seconds) {
    private static final int LONGEST_CALLBACK = 2000;
    private static final int LONGEST_SECRET = 199;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{0,12}");

    static HubForm read(Map<String, String> form, Topics topics) {
        return new HubForm(
                mode(form.getOrDefault("hub.mode", "")),
                topics.at(form.getOrDefault("hub.topic", "")),
                callback(form.getOrDefault("hub.callback", "")),
                form.getOrDefault("hub.secret", ""),
                form.getOrDefault("hub.lease_seconds", "").strip());
    }

    /** The first thing that is wrong with it. */
    Optional<Refusal> mistake() {
        if (mode.isEmpty()) {
            return bad("hub.mode must be subscribe or unsubscribe.");
        }
        if (topic.isEmpty()) {
            return Optional.of(new Refusal(
                    HttpStatus.NOT_FOUND, "hub.topic must be what a feed of this site calls itself (rel=self)."));
        }
        if (callback.isEmpty()) {
            return bad("hub.callback must be an http or https address, at a port of the web.");
        }
        if (secret.getBytes(UTF_8).length > LONGEST_SECRET || secret.indexOf('\0') >= 0) {
            return bad("hub.secret must be shorter than 200 bytes, none of them zero.");
        }
        return SECONDS.matcher(seconds).matches() ? Optional.empty() : bad("hub.lease_seconds must be a number.");
    }

    /** Of one without a mistake. */
    HubIntent intent() {
        var lease = HubIntent.lease(seconds.isEmpty() ? 0 : Long.parseLong(seconds));
        return new HubIntent(
                0, mode.orElseThrow(), topic.orElseThrow().path(), callback.orElseThrow(), secret, lease, 0);
    }

    private static Optional<Refusal> bad(String reason) {
        return Optional.of(new Refusal(HttpStatus.BAD_REQUEST, reason));
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
}
