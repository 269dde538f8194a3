package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.reading.Links;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out how releases can be gathered from an address: feeds, interfaces of known systems, sitemaps, lists. */
@Component
public class Discovery {
    private static final Pattern SITEMAP_LINE = Pattern.compile("(?im)^\\s*sitemap\\s*:\\s*(\\S+)");
    private static final int MOST_SITEMAPS = 4;

    private final Fetcher fetcher;
    private final City city;
    private final SourceList sources;

    Discovery(Fetcher fetcher, City city, SourceList sources) {
        this.sources = sources;
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
            return new Discovered(List.of(keyed(itself.get(), List.of())), "");
        }
        var leads = new Leads(trial.page(fetched));
        var findings = new ArrayList<Finding>();
        for (var step : steps(trial, leads)) {
            if (findings.isEmpty() || !one) {
                step.leads(findings).forEach(lead -> trial.of(lead).ifPresent(finding -> add(finding, findings)));
            }
        }
        return new Discovered(List.copyOf(findings), "");
    }

    /** In the order in which one is better than the next. */
    private static List<Step> steps(Trial trial, Leads leads) {
        return List.of(
                found -> leads.feeds(),
                found -> found.isEmpty() ? leads.usualFeeds() : List.of(),
                found -> leads.systems().stream()
                        .flatMap(lead -> lead.kind() == SourceSettings.Kind.DRUPAL
                                ? new DrupalSite(trial).leads(lead).stream()
                                : Stream.of(lead))
                        .toList(),
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
    private void add(Finding finding, List<Finding> findings) {
        var isKnown = findings.stream()
                .anyMatch(known -> known.kind().equals(finding.kind())
                        && known.items() == finding.items()
                        && known.newest().equals(finding.newest()));
        if (!isKnown) {
            findings.add(keyed(finding, findings));
        }
    }

    /** Under a key that no source has, for all of them may be wanted. */
    private Finding keyed(Finding finding, List<Finding> others) {
        var taken = Stream.concat(sources.keys().stream(), others.stream().map(Finding::key));
        return finding.besides(taken.collect(Collectors.toSet()));
    }

    private interface Step {
        List<Lead> leads(List<Finding> found);
    }
}
