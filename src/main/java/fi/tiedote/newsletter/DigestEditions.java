package fi.tiedote.newsletter;

import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import fi.tiedote.delivery.Edition;
import fi.tiedote.delivery.Editions;
import fi.tiedote.delivery.Issue;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.delivery.Priority;
import fi.tiedote.delivery.Sheet;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.Readership;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sets a digest: an edition for each combination of choices and language that people hold. */
@Component
class DigestEditions {
    private final Ledger ledger;
    private final Editions editions;
    private final Stories stories;
    private final Letterhead letterhead;
    private final Phrases phrases;

    DigestEditions(Ledger ledger, Editions editions, Stories stories, Letterhead letterhead, Phrases phrases) {
        this.ledger = ledger;
        this.editions = editions;
        this.stories = stories;
        this.letterhead = letterhead;
        this.phrases = phrases;
    }

    Run of(Digest digest, List<Release> releases, Map<Long, Selection> choices, Matcher matcher) {
        var issue = ledger.open(digest.cadence().key(), digest.day().toString(), Priority.DIGEST);
        return new Run(issue, digest, releases, choices, matcher);
    }

    Sheet sheet(
            Cadence cadence, LocalDate day, Language language, List<Release> chosen, Collection<Selection> selections) {
        var subject = phrases.say(
                language, "mail." + cadence.key() + ".subject", chosen.get(0).title(), chosen.size() - 1);
        return letterhead.set(
                "digest",
                language,
                subject,
                selections,
                Map.of(
                        "cadence", cadence.key(),
                        "day", stories.date(day, language),
                        "stories", stories.of(chosen)));
    }

    /** One digest for all its readers. Thread-safe. */
    class Run {
        private final Issue issue;
        private final Digest digest;
        private final List<Release> releases;
        private final Map<Long, Selection> choices;
        private final Matcher matcher;
        private final Map<String, Optional<Edition>> set = new HashMap<>();

        Run(Issue issue, Digest digest, List<Release> releases, Map<Long, Selection> choices, Matcher matcher) {
            this.issue = issue;
            this.digest = digest;
            this.releases = releases;
            this.choices = choices;
            this.matcher = matcher;
        }

        Issue issue() {
            return issue;
        }

        synchronized Optional<Edition> edition(Readership readers) {
            var ids = readers.choices();
            var held = ids.stream().map(choices::get).toList();
            var preference = new Preference(readers.language(), held);
            var key = preference.own().code() + " " + ids;
            return set.computeIfAbsent(key, any -> edition(key, preference, held));
        }

        private Optional<Edition> edition(String key, Preference preference, List<Selection> held) {
            return editions.find(issue, key).or(() -> Optional.of(chosen(preference, held))
                    .filter(chosen -> !chosen.isEmpty())
                    .map(chosen -> sheet(digest.cadence(), digest.day(), preference.ofLetter(), chosen, held))
                    .map(sheet -> editions.keep(issue, key, sheet)));
        }

        /** The best language version of each release, the newest first. */
        private List<Release> chosen(Preference preference, List<Selection> held) {
            return releases.stream()
                    .filter(release -> held.stream().anyMatch(selection -> matcher.matches(release, selection)))
                    .collect(Collectors.groupingBy(Release::contentId, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .flatMap(versions -> preference.best(versions).stream())
                    .sorted(Comparator.comparing(Release::publishedAt).reversed())
                    .toList();
        }
    }
}
