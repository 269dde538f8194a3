package fi.tiedote.gather;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import fi.tiedote.reading.Links;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What the hosts' robots.txt say to us (RFC 9309). Where there is none, everything is allowed; where it cannot be read, what
 * it said last holds, or nothing is allowed until it can.
 */
@Component
class Robots {
    private static final List<String> OUR_NAME = List.of("tiedote");
    /** RFC 9309 §2.5 demands that so much is read; what follows is not. */
    private static final DataSize LARGEST = DataSize.ofKilobytes(512);

    private static final int MOST_REDIRECTS = 5;
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final WebLine line;
    private final Clock clock;
    private final Shelf shelf = new Shelf();

    Robots(WebLine line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** Asks the host where that has not been done for a day. */
    Rules of(Target target, Passage passage, Budget budget) {
        var place = target.url().getScheme() + " " + Links.place(target.url());
        var known = shelf.get(place);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known;
        }
        var rules = read(target, passage, budget, known);
        shelf.put(place, rules);
        return rules;
    }

    private Rules read(Target target, Passage passage, Budget budget, @Nullable Rules known) {
        var url = target.url().resolve("/robots.txt");
        for (var redirects = 0;
                redirects <= MOST_REDIRECTS && passage.refusal(url).isEmpty();
                redirects++) {
            var opened = target.intranet()
                    && url.getHost().equalsIgnoreCase(target.url().getHost());
            var answer = line.getStart(new Target(url, null, opened), LARGEST, budget);
            if (answer instanceof Answer.Redirected redirected) {
                url = redirected.location();
            } else if (answer instanceof Answer.Fetched fetched) {
                return rules(target.url(), fetched);
            } else {
                return answer instanceof Answer.Refused refused ? without(refused, known) : everything();
            }
        }
        return everything();
    }

    private Rules rules(URI url, Answer.Fetched fetched) {
        var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        var type = fetched.header().contentType().isEmpty()
                ? "text/plain"
                : fetched.header().contentType();
        return new Rules(
                parser.parseContent(url.toString(), fetched.body(), type, OUR_NAME),
                clock.instant().plus(FRESH),
                null,
                1000 + fetched.body().length);
    }

    private Rules without(Answer.Refused refused, @Nullable Rules known) {
        if (refused.status() >= 400 && refused.status() < 500 && refused.status() != 429) {
            return everything();
        }
        var later = clock.instant().plus(TRY_AGAIN);
        return known != null && known.unread() == null
                ? new Rules(known.rules(), later, null, known.weight())
                : new Rules(Rules.NONE.rules(), later, refused, 1000);
    }

    private Rules everything() {
        return new Rules(Rules.NONE.rules(), clock.instant().plus(FRESH), null, 1000);
    }

    /**
     * The rules of one host.
     *
     * @param until when they are to be read again
     * @param unread why nobody knows them; null where they are known
     * @param weight about how many bytes they take
     */
    record Rules(BaseRobotRules rules, Instant until, Answer.@Nullable Refused unread, int weight) {
        static final Rules NONE = new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Instant.MAX, null, 0);

        Duration pause() {
            var asked = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
            return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
        }

        /** Empty where it is allowed. */
        Optional<Answer.Refused> refusal(URI url) {
            if (unread != null) {
                var reason = "the robots.txt of " + url.getHost() + " cannot be read (" + unread.reason()
                        + "), so nothing there is asked for until it can; robots: false on the source lifts that";
                return Optional.of(new Answer.Refused(reason, unread.notBefore(), unread.status()));
            }
            return rules.isAllowed(url.toString())
                    ? Optional.empty()
                    : Optional.of(new Answer.Refused(
                            "the robots.txt of " + url.getHost() + " forbids " + url.getRawPath()
                                    + ": ask its owner to allow Tiedote, or set robots: false on the source where you may",
                            Duration.ZERO));
        }
    }

    /** Those used last, up to a weight. */
    private static class Shelf {
        private static final long MOST = 8 << 20;

        private final Map<String, Rules> rules = new LinkedHashMap<>(16, 0.75f, true);
        private long weight;

        synchronized @Nullable Rules get(String place) {
            return rules.get(place);
        }

        synchronized void put(String place, Rules these) {
            var before = rules.put(place, these);
            weight += these.weight() - (before == null ? 0 : before.weight());
            var eldest = rules.values().iterator();
            while (weight > MOST && rules.size() > 1) {
                weight -= eldest.next().weight();
                eldest.remove();
            }
        }
    }
}
