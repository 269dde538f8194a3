package fi.tiedote.gather;

import fi.tiedote.city.City;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out how releases can be gathered from an address: feeds, interfaces of known systems, sitemaps, lists. */
@Component
public class Discovery {
    private static final Pattern SITEMAP_LINE = Pattern.compile("(?im)^\\s*sitemap\\s*:\\s*(\\S+)");
    private static final int MOST_SITEMAPS = 4;

    private final Fetcher fetcher;
    private final City city;

    Discovery(Fetcher fetcher, City city) {
        this.fetcher = fetcher;
        this.city = city;
    }

    /**
     * Reads whatever it finds, so that only what works is told. Fetches some twenty pages at most.
     *
     * @param intranet whether the address may be one that the internet does not reach
     */
    public Discovered discover(URI url, boolean intranet) {
        return discover(url, intranet, false, () -> {});
    }

    /**
     * @param one whether the best is enough
     * @param beat called before whatever takes long
     */
    Discovered discover(URI url, boolean intranet, boolean one, Runnable beat) {
        var trial = new Trial(fetcher, city, new Trial.Reach(url, intranet), beat);
        var answer = trial.fetch(url);
        if (!(answer instanceof Answer.Fetched fetched)) {
            var reason = answer instanceof Answer.Refused refused ? refused.reason() : "it answers with nothing";
            return new Discovered(List.of(), reason);
        }
        var itself = trial.itself(url, fetched);
        if (itself.isPresent()) {
            return new Discovered(List.of(itself.get()), "");
        }
        var leads = new Leads(trial.page(fetched));
        var findings = new ArrayList<Finding>();
        for (var step : steps(trial, leads)) {
            if (findings.isEmpty() || !one) {
                step.leads(findings).forEach(lead -> trial.of(lead).ifPresent(finding -> add(findings, finding)));
            }
        }
        return new Discovered(List.copyOf(findings), "");
    }

    /** In the order in which one is better than the next. */
    private static List<Step> steps(Trial trial, Leads leads) {
        return List.of(
                found -> leads.feeds(),
                found -> found.isEmpty() ? leads.usualFeeds() : List.of(),
                found -> leads.systems(),
                found -> sitemaps(trial, leads.page().origin().url()),
                found -> leads.lists());
    }

    private static List<Lead> sitemaps(Trial trial, URI url) {
        var named = trial.text(url.resolve("/robots.txt")).stream()
                .flatMap(robots -> SITEMAP_LINE.matcher(robots).results())
                .flatMap(line -> Optional.ofNullable(Links.absolute(url, line.group(1))).stream())
                .limit(MOST_SITEMAPS)
                .toList();
        return (named.isEmpty()
                        ? Stream.of("/sitemap.xml", "/sitemap_index.xml").map(url::resolve)
                        : named.stream())
                .distinct()
                .map(sitemap -> new Lead(SourceSettings.Kind.SITEMAP, sitemap))
                .toList();
    }

    /** Two addresses of one feed have the same newest release; one of them is enough. */
    private static void add(List<Finding> findings, Finding finding) {
        var isKnown = findings.stream()
                .anyMatch(known -> known.kind().equals(finding.kind())
                        && known.items() == finding.items()
                        && known.newest().equals(finding.newest()));
        if (!isKnown) {
            findings.add(finding.besides(findings));
        }
    }

    private interface Step {
        List<Lead> leads(List<Finding> found);
    }
}
