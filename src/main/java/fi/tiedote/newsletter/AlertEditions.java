package fi.tiedote.newsletter;

import fi.tiedote.delivery.Edition;
import fi.tiedote.delivery.Editions;
import fi.tiedote.delivery.Issue;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.delivery.Priority;
import fi.tiedote.delivery.Sheet;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Vocabulary;
import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.Readership;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sets the alert of one release: an edition for each language version and reason. */
@Component
class AlertEditions {
    private final Ledger ledger;
    private final Editions editions;
    private final Stories stories;
    private final Letterhead letterhead;
    private final Set<String> urgent;

    AlertEditions(
            Ledger ledger,
            Editions editions,
            Stories stories,
            Letterhead letterhead,
            NewsletterSettings settings,
            Vocabulary vocabulary) {
        this.ledger = ledger;
        this.editions = editions;
        this.stories = stories;
        this.letterhead = letterhead;
        this.urgent = known(settings.immediate().urgentTopics(), vocabulary);
    }

    Run of(UUID content, List<Release> versions, Map<Long, Selection> choices, Matcher matcher) {
        var issue = ledger.open(Cadence.IMMEDIATE.key(), content.toString(), priority(versions));
        return new Run(issue, versions, choices, matcher);
    }

    private Priority priority(List<Release> versions) {
        return versions.stream().allMatch(version -> Collections.disjoint(version.topics(), urgent))
                ? Priority.ALERT
                : Priority.URGENT;
    }

    private static Set<String> known(List<String> topics, Vocabulary vocabulary) {
        for (var topic : topics) {
            if (vocabulary.topic(topic).isEmpty()) {
                throw new IllegalArgumentException("tiedote.newsletters.immediate.urgent-topics: \"" + topic
                        + "\" is none of the topics of config/topics.yml");
            }
        }
        return Set.copyOf(topics);
    }

    Sheet sheet(Release release, Collection<Selection> selections) {
        return letterhead.set(
                "immediate", release.language(), release.title(), selections, Map.of("story", stories.of(release)));
    }

    /** One alert for all its readers. Thread-safe. */
    class Run {
        private final Issue issue;
        private final List<Release> versions;
        private final Map<Long, Selection> choices;
        private final Matcher matcher;
        private final Map<String, Edition> set = new HashMap<>();

        Run(Issue issue, List<Release> versions, Map<Long, Selection> choices, Matcher matcher) {
            this.issue = issue;
            this.versions = versions;
            this.choices = choices;
            this.matcher = matcher;
        }

        Issue issue() {
            return issue;
        }

        synchronized Optional<Edition> edition(Readership readers) {
            var held = readers.choices().stream().map(choices::get).toList();
            var wanted = versions.stream()
                    .filter(version -> held.stream().anyMatch(selection -> matcher.matches(version, selection)))
                    .toList();
            return new Preference(readers.language(), held).best(wanted).map(version -> edition(version, held));
        }

        private Edition edition(Release version, List<Selection> held) {
            var reasons = held.stream()
                    .filter(selection -> matcher.matches(version, selection))
                    .toList();
            var key = version.id() + ": " + letterhead.reason(reasons, version.language());
            return set.computeIfAbsent(key, any -> editions.find(issue, key)
                    .orElseGet(() -> editions.keep(issue, key, sheet(version, reasons))));
        }
    }
}
