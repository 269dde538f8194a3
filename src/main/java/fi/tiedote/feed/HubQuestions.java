package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks callbacks whether they meant it, and tells them what cannot be (WebSub, §5.2 and §5.3). */
@Component
class HubQuestions {
    private static final Logger LOG = LoggerFactory.getLogger(HubQuestions.class);

    private final HubLedger ledger;
    private final HubLine line;
    private final Topics topics;
    private final Editions editions;
    private final Links links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HubQuestions(HubLedger ledger, HubLine line, Topics topics, Editions editions, Links links, Clock clock) {
        this.ledger = ledger;
        this.line = line;
        this.topics = topics;
        this.editions = editions;
        this.links = links;
        this.clock = clock;
    }

    /** Asks about a wish and does what was proved. */
    HubLine.Answer ask(HubIntent intent) {
        var edition = topics.of(intent.topic()).map(editions::current);
        if (intent.mode() == HubIntent.Mode.SUBSCRIBE
                && edition.filter(Edition::isThere).isEmpty()) {
            return deny(intent.callback(), intent.topic());
        }
        var challenge = challenge();
        var answer = line.call(question(intent, challenge));
        var proved = answer.isGood() && answer.text().equals(challenge);
        if (proved) {
            confirm(intent, edition.map(known -> known.etag(false)).orElse(""));
        }
        LOG.info(
                "hub: {} of {} by {} {}",
                intent.mode().word(),
                intent.topic(),
                intent.host(),
                proved ? "confirmed" : "not confirmed");
        return answer;
    }

    /** What was a feed when it was asked for may be none any more. */
    HubLine.Answer deny(URI callback, String topic) {
        LOG.info("hub: {} is no feed any more, {} is told so", topic, callback.getHost());
        return line.call(new HttpGet(asking(callback, "denied", topic) + "&hub.reason=there+is+no+such+feed"));
    }

    private void confirm(HubIntent intent, String sent) {
        if (intent.mode() == HubIntent.Mode.SUBSCRIBE) {
            ledger.subscribe(intent, sent, clock.instant());
        } else {
            ledger.unsubscribe(intent);
        }
    }

    private HttpGet question(HubIntent intent, String challenge) {
        var subscribe = intent.mode() == HubIntent.Mode.SUBSCRIBE;
        return new HttpGet(asking(intent.callback(), intent.mode().word(), intent.topic())
                + "&hub.challenge=" + challenge
                + (subscribe ? "&hub.lease_seconds=" + intent.lease().toSeconds() : ""));
    }

    /** A callback keeps the query that it has. */
    private String asking(URI callback, String mode, String topic) {
        return callback
                + (callback.getRawQuery() == null ? "?" : "&")
                + "hub.mode=" + mode
                + "&hub.topic=" + URLEncoder.encode(links.absolute(topic), UTF_8);
    }

    private String challenge() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
