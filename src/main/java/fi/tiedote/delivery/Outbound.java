package fi.tiedote.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people, by the log, and machines, by counters, what became of letters. */
class Outbound {
    private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

    private final MeterRegistry figures;

    Outbound(MeterRegistry figures) {
        this.figures = figures;
    }

    /** One line for each issue in a batch. */
    void report(Collection<Settled> results) {
        results.stream()
                .collect(Collectors.groupingBy(Outbound::kind, Collectors.counting()))
                .forEach(this::count);
        Map<Long, Map<String, Long>> issues = results.stream()
                .collect(Collectors.groupingBy(
                        each -> each.letter().issueId(),
                        TreeMap::new,
                        Collectors.groupingBy(each -> word(each.outcome()), TreeMap::new, Collectors.counting())));
        issues.forEach((issue, states) -> LOG.info("issue {}: letters {}", issue, states));
        results.stream()
                .filter(each -> !(each.outcome() instanceof Outcome.Accepted))
                .forEach(each -> LOG.info(
                        "letter {} {} at attempt {} (reply {})",
                        each.letter().id(),
                        word(each.outcome()),
                        each.letter().attempt(),
                        Reply.codes(each.outcome().reply())));
    }

    private void count(Tags kind, long letters) {
        Counter.builder("tiedote.letters")
                .description("Attempts to hand over a letter, by what became of them")
                .tags(kind)
                .register(figures)
                .increment((double) letters);
    }

    private static Tags kind(Settled each) {
        return Tags.of(
                "outcome", word(each.outcome()), "newsletter", each.letter().newsletter());
    }

    private static String word(Outcome outcome) {
        return outcome.state().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
