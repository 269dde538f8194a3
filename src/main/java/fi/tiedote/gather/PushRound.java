package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.reading.Wishes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Subscribes to feeds at their hubs, renews before the lease ends, and unsubscribes (WebSub §5). */
@Component
class PushRound {
    private static final Logger LOG = LoggerFactory.getLogger(PushRound.class);
    private static final int BATCH = 5;
    private static final Duration LEASE = Duration.ofDays(10);
    /** Longer than all calls of a batch together may take. */
    private static final Duration HOLD = Duration.ofMinutes(6);

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    /** A hub that took the wish has so long to verify it. */
    private static final Duration UNVERIFIED = Duration.ofHours(1);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final int MOST_FAREWELLS = 4;

    private final Pushes pushes;
    private final WebLine line;
    private final SourceList list;
    private final City city;
    private final Clock clock;
    private final boolean isReachable;

    PushRound(Pushes pushes, WebLine line, SourceList list, City city, GatherSettings settings, Clock clock) {
        this.pushes = pushes;
        this.line = line;
        this.list = list;
        this.city = city;
        this.clock = clock;
        this.isReachable = settings.websub() == GatherSettings.WebSub.ON
                || (settings.websub() == GatherSettings.WebSub.AUTO && isPublic(city.baseUrl()));
    }

    /** Subscribes where the feed has a hub, and ends what it does not name any more. */
    void offer(SourceSettings source, Wishes wishes) {
        if (!isReachable) {
            return;
        }
        var topic = String.valueOf(wishes.self());
        var hub = wishes.hubs().isEmpty() ? null : wishes.hubs().get(0);
        pushes.endOthers(source.key(), String.valueOf(hub), topic, clock.instant());
        if (hub != null) {
            var inside = source.intranet()
                    && hub.getHost()
                            .equalsIgnoreCase(
                                    Objects.requireNonNull(source.url()).getHost());
            pushes.want(source.key(), hub, topic, inside, Secrets.fresh(), clock.instant());
        }
    }

    void go() {
        pushes.endAllBut(isReachable ? list.keys() : List.of(), clock.instant());
        pushes.claim(clock.instant(), HOLD, BATCH).forEach(this::call);
    }

    private void call(Push push) {
        var status = line.post(push.hub(), form(push), push.inside(), new Budget(DEADLINE));
        var taken = status >= 200 && status < 300;
        LOG.info("source {}: hub answered {} to {}", push.source(), status, mode(push));
        if (push.isEnding() && (push.tries() >= MOST_FAREWELLS || status == 404 || status == 410)) {
            pushes.forget(push);
        } else {
            pushes.called(push, taken, clock.instant().plus(taken ? UNVERIFIED : pause(push.tries())));
        }
    }

    private List<NameValuePair> form(Push push) {
        var form = new ArrayList<NameValuePair>();
        form.add(new BasicNameValuePair("hub.mode", mode(push)));
        form.add(new BasicNameValuePair("hub.topic", push.topic()));
        form.add(new BasicNameValuePair("hub.callback", callback(push)));
        if (!push.isEnding()) {
            form.add(new BasicNameValuePair("hub.secret", push.secret()));
            form.add(new BasicNameValuePair("hub.lease_seconds", Long.toString(LEASE.toSeconds())));
        }
        return form;
    }

    private String callback(Push push) {
        return city.baseUrl().toString().replaceFirst("/+$", "") + PushDesk.PATH + push.token();
    }

    private static String mode(Push push) {
        return push.isEnding() ? "unsubscribe" : "subscribe";
    }

    private static Duration pause(int tries) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** When a lease is renewed: a tenth before its end. */
    static Instant renewal(Instant now, Duration lease) {
        return now.plus(lease.multipliedBy(9).dividedBy(10));
    }

    private static boolean isPublic(URI base) {
        var host = base.getHost() == null ? "" : base.getHost().toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(base.getScheme()) && host.contains(".") && !host.matches("[0-9.]+");
    }
}
