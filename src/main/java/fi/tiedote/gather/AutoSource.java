package fi.tiedote.gather;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers from an address of which the settings do not say what it is. It is found out once. */
class AutoSource implements WebSource {
    private static final Logger LOG = LoggerFactory.getLogger(AutoSource.class);

    private final Kinds kinds;
    private final Discovery discovery;
    private final Recognised recognised;

    AutoSource(Kinds kinds, Discovery discovery, Recognised recognised) {
        this.kinds = kinds;
        this.discovery = discovery;
        this.recognised = recognised;
    }

    @Override
    public Outcome gather(Look look) {
        var known = look.alone() ? Optional.<Lead>empty() : recognised.lead(look.source());
        return known.map(lead -> gather(look, lead)).orElseGet(() -> recognise(look));
    }

    private Outcome recognise(Look look) {
        look.harvest().beat();
        var discovered = discovery.discover(look.from(), look.source().intranet(), true, look.harvest()::beat);
        if (!discovered.failure().isEmpty()) {
            return new Outcome.Failed(discovered.failure(), Duration.ZERO);
        }
        if (discovered.findings().isEmpty()) {
            return new Outcome.Failed(
                    "there is neither a feed nor a list of releases there: give its kind, or another url",
                    Duration.ZERO);
        }
        var best = discovered.findings().get(0);
        var lead = new Lead(SourceSettings.Kind.valueOf(best.kind().toUpperCase(Locale.ROOT)), URI.create(best.url()));
        LOG.info("source {}: recognised as {} {}", look.source().key(), best.kind(), best.url());
        if (!look.alone()) {
            recognised.remember(look.source(), lead);
        }
        return gather(look, lead);
    }

    private Outcome gather(Look look, Lead lead) {
        var source = look.source().as(lead.kind(), lead.url());
        var moved = !look.from().equals(look.source().url());
        return kinds.of(lead.kind())
                .gather(new Look(
                        source,
                        look.known(),
                        moved ? look.from() : lead.url(),
                        look.mark(),
                        look.harvest(),
                        look.alone()));
    }
}
