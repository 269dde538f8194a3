package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Pushes feeds that have changed, in full and signed (WebSub, §7 and §8). */
@Component
class HubDeliveries {
    private static final Logger LOG = LoggerFactory.getLogger(HubDeliveries.class);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private final HubLedger ledger;
    private final HubLine line;
    private final HubQuestions questions;
    private final Topics topics;
    private final Editions editions;
    private final Clock clock;

    HubDeliveries(
            HubLedger ledger, HubLine line, HubQuestions questions, Topics topics, Editions editions, Clock clock) {
        this.ledger = ledger;
        this.line = line;
        this.questions = questions;
        this.topics = topics;
        this.editions = editions;
        this.clock = clock;
    }

    /** @return what its callback said; empty where it was not called, as it has the feed as it is */
    Optional<HubLine.Answer> push(HubPush push) {
        var edition = topics.of(push.topic()).map(editions::current).filter(Edition::isThere);
        if (edition.isEmpty()) {
            ledger.end(push);
            return Optional.of(questions.deny(push.callback(), push.topic()));
        }
        if (edition.get().etag(false).equals(push.sent())) {
            ledger.settle(push, push.sent(), clock.instant());
            return Optional.empty();
        }
        var answer = line.call(distribution(push, edition.get()));
        LOG.info("hub: subscription {} answered {}", push.id(), answer.status());
        settle(push, edition.get(), answer);
        return Optional.of(answer);
    }

    private static HttpPost distribution(HubPush push, Edition edition) {
        var request = new HttpPost(push.callback());
        request.setEntity(new ByteArrayEntity(edition.bytes(false), null));
        // As the feed itself is sent: subscribers compare the two letter by letter.
        request.setHeader("Content-Type", edition.contentType());
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
}
