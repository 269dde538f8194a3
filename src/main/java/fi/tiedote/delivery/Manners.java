package fi.tiedote.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * How the couriers of one relay treat the domains of their readers: each as it answers, and none because of another.
 * Thread-safe.
 */
class Manners {
    private static final Logger LOG = LoggerFactory.getLogger(Manners.class);
    private static final String OURS = "refuses us";
    private static final String EVERYBODY = "refuses everybody";
    private static final Pattern TOO_MUCH = Pattern.compile(
            "^(421|452)|\\b4\\.(3\\.2|4\\.5|5\\.3|7\\.\\d+)\\b|too (many|much|fast|busy)|throttl|rate|slow down",
            Pattern.CASE_INSENSITIVE);
    private static final int POLICIES = 3;
    private static final int REFUSALS = 10;
    private static final int DOMAINS = 3;
    private static final int REMEMBERED = 10_000;

    private final String relay;
    private final Breakers breakers;
    private final Results results;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    Manners(String relay, Breakers breakers, Results results) {
        this.relay = relay;
        this.breakers = breakers;
        this.results = results;
    }

    static String domain(Letter letter) {
        return letter.address().substring(letter.address().lastIndexOf('@') + 1);
    }

    /**
     * Whether a letter may go now.
     *
     * @param before the domain of the courier's letter before it, which it has not left yet
     * @return when it may be tried again; null for at once
     */
    @Nullable
    Instant enter(String domain, @Nullable String before) {
        var breaker = breakers.at(relay, domain);
        if (breaker.isPresent()) {
            var at = breaker.get();
            if (breakers.now().isBefore(at.retryAt()) || !breakers.probe(at)) {
                return breakers.at(relay, domain).map(Breaker::retryAt).orElse(breakers.now());
            }
        }
        var standing = standings.get(domain);
        return standing == null ? null : standing.enter(breakers.now(), domain.equals(before));
    }

    boolean isClosed(String domain) {
        return breakers.at(relay, domain).isPresent();
    }

    void leave(String domain) {
        var standing = standings.get(domain);
        if (standing != null) {
            standing.leave();
            forget(domain, standing);
        }
    }

    /** @param outcome of a letter that has been offered */
    void learn(Letter letter, Outcome outcome) {
        var domain = domain(letter);
        if (outcome instanceof Outcome.Accepted) {
            took(domain);
        } else if (outcome instanceof Outcome.Deferred || outcome instanceof Outcome.Refused) {
            heed(letter, domain, outcome);
        }
    }

    /** What was refused while the domain refused everybody is not settled. */
    void reconsider(List<Settled> settled) {
        var mistaken = settled.stream()
                .filter(each -> each.outcome() instanceof Outcome.Refused)
                .map(Settled::letter)
                .filter(letter -> breakers.at(relay, domain(letter))
                        .filter(at -> at.reason().startsWith(EVERYBODY))
                        .isPresent())
                .toList();
        results.reopen(mistaken, breakers.now().plus(Duration.ofMinutes(1)));
    }

    private void took(String domain) {
        var standing = standings.get(domain);
        if (standing != null) {
            standing.took();
            forget(domain, standing);
        }
        close(domain);
    }

    private void heed(Letter letter, String domain, Outcome outcome) {
        switch (outcome.cause()) {
            case SENDER -> trip(domain, OURS, outcome);
            case POLICY -> {
                if (standing(domain).againstItsPolicy() >= POLICIES || isClosed(domain)) {
                    trip(domain, OURS, outcome);
                }
            }
            case BUSY -> standing(domain).complained(breakers.now(), isPlain(outcome.reply()));
            case GREYLISTED, MAILBOX -> close(domain);
            case ADDRESS, OTHER -> {
                if (outcome instanceof Outcome.Refused && standing(domain).refused(letter) >= REFUSALS) {
                    trip(domain, EVERYBODY, outcome);
                    results.reopen(
                            standing(domain).takeRefused(), breakers.now().plus(Duration.ofMinutes(1)));
                }
            }
            case MESSAGE -> LOG.debug("letter {}: this one only", letter.id());
        }
    }

    private static boolean isPlain(String reply) {
        return TOO_MUCH.matcher(reply).find();
    }

    private void trip(String domain, String reason, Outcome outcome) {
        try {
            breakers.trip(relay, domain, reason + " (" + Reply.codes(outcome.reply()) + ")");
            if (breakers.domains(relay, OURS) >= DOMAINS) {
                breakers.trip(relay, Breakers.ALL, OURS + " (" + Reply.codes(outcome.reply()) + ")");
            }
        } catch (DataAccessException away) {
            LOG.debug("the next refusal trips it", away);
        }
    }

    private void close(String domain) {
        close(breakers.at(relay, domain).orElse(null));
        close(breakers.at(relay, Breakers.ALL).orElse(null));
    }

    private void close(@Nullable Breaker breaker) {
        if (breaker != null) {
            try {
                breakers.close(breaker);
            } catch (DataAccessException away) {
                LOG.debug("the next letter closes it", away);
            }
        }
    }

    private Standing standing(String domain) {
        if (standings.size() >= REMEMBERED) {
            standings.values().removeIf(Standing::isForgotten);
        }
        return standings.computeIfAbsent(domain, any -> new Standing(breakers.now()));
    }

    private void forget(String domain, Standing standing) {
        if (standing.isForgotten()) {
            standings.remove(domain, standing);
        }
    }
}
