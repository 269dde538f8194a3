package fi.tiedote.gather;

import fi.tiedote.reading.Links;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Fetches over HTTP with good manners and within limits: one request at a time and host, what robots.txt allows, so much
 * time, so many bytes, so many redirects, and public addresses only unless the source is one of the own network.
 */
@Component
class Fetcher {
    private static final int MOST_REDIRECTS = 5;

    private final WebLine line;
    private final Turnstile turnstile;
    private final Robots robots;
    private final GatherSettings limits;

    Fetcher(WebLine line, Turnstile turnstile, Robots robots, GatherSettings limits) {
        this.line = line;
        this.turnstile = turnstile;
        this.robots = robots;
        this.limits = limits;
    }

    /** A conditional GET where validators are given; redirects are followed. */
    Answer fetch(URI url, Outcome.Validators known, Look look) {
        return fetch(url, known, Errand.of(look, url));
    }

    /** The same for nobody's sake. */
    Answer fetch(URI url, Outcome.Validators known, boolean fromIntranet) {
        return fetch(url, known, Errand.alone(url, fromIntranet));
    }

    /** What was fetched before is not in memory any more. */
    private Answer fetch(URI url, Outcome.Validators known, Errand errand) {
        Heavy.putDown();
        var passage = new Passage(url, errand);
        var budget = new Budget(limits.deadline());
        var from = url;
        var permanently = true;
        for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var refusal = passage.refusal(from);
            if (refusal.isPresent()) {
                return new Answer.Refused(refusal.get(), Duration.ZERO);
            }
            var moved = permanently && redirects > 0 ? from : null;
            var answer = ask(new Target(from, moved, errand.opens(from)), known, passage, budget);
            if (!(answer instanceof Answer.Redirected redirected)) {
                return answer;
            }
            from = redirected.location();
            permanently &= redirected.permanently();
        }
        return new Answer.Refused("it redirects more than " + MOST_REDIRECTS + " times", Duration.ZERO);
    }

    private Answer ask(Target target, Outcome.Validators known, Passage passage, Budget budget) {
        var turn = turnstile.enter(Links.place(target.url()), passage.errand());
        if (turn.isEmpty()) {
            return new Answer.Refused("others are asking its host all the time", Duration.ZERO);
        }
        var pause = Duration.ZERO;
        try {
            var rules = passage.errand().robots() ? robots.of(target, passage, budget) : Robots.Rules.NONE;
            pause = rules.pause();
            var refusal = rules.refusal(target.url());
            return refusal.isPresent() ? refusal.get() : line.get(target, known, limits.largestFetch(), budget);
        } finally {
            turn.get().leave(pause);
        }
    }
}
