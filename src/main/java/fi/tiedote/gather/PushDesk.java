package fi.tiedote.gather;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where hubs ask whether we meant it, and push (WebSub §5.3 and §7). The address is the key: who does not know it learns
 * nothing, and what is not signed changes nothing.
 */
@RestController
class PushDesk {
    static final String PATH = "/websub/";

    private static final Logger LOG = LoggerFactory.getLogger(PushDesk.class);
    private static final int LONGEST_CHALLENGE = 2000;
    private static final Duration USUAL_LEASE = Duration.ofDays(10);
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(90);
    private static final Duration DENIED = Duration.ofDays(1);

    private final Pushes pushes;
    private final PushedWork work;
    private final GatherSettings limits;
    private final Clock clock;

    PushDesk(Pushes pushes, PushedWork work, GatherSettings limits, Clock clock) {
        this.pushes = pushes;
        this.work = work;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping(PATH + "{token}")
    ResponseEntity<String> verify(@PathVariable String token, @RequestParam Map<String, String> asked) {
        var topic = asked.getOrDefault("hub.topic", "");
        var challenge = asked.getOrDefault("hub.challenge", "");
        var meant = challenge.length() <= LONGEST_CHALLENGE
                && switch (asked.getOrDefault("hub.mode", "")) {
                    case "subscribe" -> subscribed(token, topic, asked.getOrDefault("hub.lease_seconds", ""));
                    case "unsubscribe" -> pushes.unsubscribed(token, topic);
                    case "denied" -> denied(token, topic);
                    default -> false;
                };
        return meant
                ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge)
                : ResponseEntity.notFound().build();
    }

    @PostMapping(PATH + "{token}")
    ResponseEntity<Void> take(@PathVariable String token, HttpServletRequest request) throws IOException {
        var expected = pushes.expected(token);
        if (expected.isEmpty()) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        var most = Math.toIntExact(limits.largestFetch().toBytes());
        var content = request.getInputStream().readNBytes(most + 1);
        if (content.length > most) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var source = expected.get().source();
        if (HubSignature.proves(
                request.getHeader("X-Hub-Signature"), expected.get().secret(), content)) {
            work.take(source, request.getContentType() == null ? "" : request.getContentType(), content);
        } else {
            LOG.warn("source {}: what was pushed was not signed by its hub and is left", source);
        }
        return ResponseEntity.accepted().build();
    }

    private boolean subscribed(String token, String topic, String seconds) {
        var lease = lease(seconds);
        var now = clock.instant();
        return pushes.subscribed(token, topic, now.plus(lease), PushRound.renewal(now, lease));
    }

    /** The hub may change its mind. */
    private boolean denied(String token, String topic) {
        return pushes.denied(token, topic, clock.instant().plus(DENIED));
    }

    private static Duration lease(String seconds) {
        if (!seconds.matches("[0-9]{1,9}")) {
            return USUAL_LEASE;
        }
        var lease = Duration.ofSeconds(Long.parseLong(seconds));
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            return SHORTEST_LEASE;
        }
        return lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
    }
}
