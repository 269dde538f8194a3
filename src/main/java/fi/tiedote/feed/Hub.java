package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks callbacks whether they meant it, and pushes feeds that have changed (WebSub, §5.3 and §7). */
@Component
class Hub {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final int BATCH = 5;

    /** Longer than all calls of a batch together may take. */
    private static final Duration CLAIM = Duration.ofMinutes(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private final HubLedger ledger;
    private final HubLine line;
    private final Topics topics;
    private final Editions editions;
    private final Links links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Hub(HubLedger ledger, HubLine line, Topics topics, Editions editions, Links links, Clock clock) {
        this.ledger = ledger;
        this.line = line;
        this.topics = topics;
        this.editions = editions;
        this.links = links;
        this.clock = clock;
    }

    /** @return whether there may be more to do at once */
    boolean round() {
        var until = clock.instant().plus(CLAIM);
        var intents = ledger.claimIntents(clock.instant(), until, BATCH);
        intents.forEach(this::verify);
        var pushes = ledger.claimPushes(clock.instant(), until, BATCH);
        pushes.forEach(this::push);
        return intents.size() == BATCH || pushes.size() == BATCH;
    }

    private void verify(HubIntent intent) {
        var challenge = challenge();
        var answer = line.call(question(intent, challenge));
        var topic = topics.of(intent.topic());
        if (answer.isGood() && answer.text().strip().equals(challenge) && topic.isPresent()) {
            confirm(intent, topic.get());
            LOG.info("hub: {} of {} by {} confirmed", intent.mode().word(), intent.topic(), intent.host());
        } else {
            LOG.info("hub: {} of {} by {} not confirmed", intent.mode().word(), intent.topic(), intent.host());
        }
        ledger.forget(intent);
    }

    private HttpGet question(HubIntent intent, String challenge) {
        var callback = intent.callback().toString();
        var subscribe = intent.mode() == HubIntent.Mode.SUBSCRIBE;
        return new HttpGet(callback
                + (intent.callback().getRawQuery() == null ? "?" : "&")
                + "hub.mode=" + intent.mode().word()
                + "&hub.topic=" + URLEncoder.encode(links.absolute(intent.topic()), UTF_8)
                + "&hub.challenge=" + challenge
                + (subscribe ? "&hub.lease_seconds=" + intent.lease().toSeconds() : ""));
    }

    private void confirm(HubIntent intent, Address topic) {
        if (intent.mode() == HubIntent.Mode.SUBSCRIBE) {
            ledger.subscribe(intent, editions.current(topic).etag(false), clock.instant());
        } else {
            ledger.unsubscribe(intent);
        }
    }

    private void push(HubPush push) {
        var topic = topics.of(push.topic());
        if (topic.isEmpty()) {
            ledger.end(push);
            return;
        }
        var edition = editions.current(topic.get());
        if (edition.refusal() != null) {
            ledger.end(push);
            return;
        }
        if (edition.etag(false).equals(push.sent())) {
            ledger.settle(push, push.sent(), clock.instant());
            return;
        }
        var answer = line.call(distribution(push, edition));
        LOG.info("hub: subscription {} answered {}", push.id(), answer.status());
        settle(push, edition, answer);
    }

    private HttpPost distribution(HubPush push, Edition edition) {
        var request = new HttpPost(push.callback());
        var type = ContentType.create(edition.mediaType(), UTF_8);
        request.setEntity(new ByteArrayEntity(edition.bytes(false), type));
        request.setHeader("Link", edition.link());
        signature(push.secret(), edition.bytes(false)).ifPresent(hash -> request.setHeader("X-Hub-Signature", hash));
        return request;
    }

    /** After the last pause the next change is waited for: a subscriber may be away longer than a change matters. */
    private void settle(HubPush push, Edition edition, HubLine.Answer answer) {
        if (answer.isGood()) {
            ledger.settle(push, edition.etag(false), clock.instant());
        } else if (answer.status() == 410) {
            ledger.end(push);
        } else if (push.tries() < PAUSES.size()) {
            ledger.postpone(push, PAUSES.get(push.tries()), clock.instant());
        } else {
            ledger.settle(push, push.sent(), clock.instant());
        }
    }

    private static Optional<String> signature(String secret, byte[] body) {
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Optional.of("sha256=" + HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }

    private String challenge() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
