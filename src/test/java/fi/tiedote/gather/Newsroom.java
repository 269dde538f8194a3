package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.city.Names;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.Attachments;
import fi.tiedote.release.NewsDesk;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The module with a real database and the given sources. */
class Newsroom implements AutoCloseable {
    static final City CITY = new City(
            new Names("Esimerkkilän kaupunki", "Exempelby stad", "City of Esimerkkilä"),
            URI.create("https://tiedote.example.fi"),
            ZoneId.of("Europe/Helsinki"),
            "tiedotteet@example.fi");
    static final GatherSettings LIMITS = new GatherSettings(
            DataSize.ofKilobytes(64),
            DataSize.ofMegabytes(20),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofDays(30),
            Duration.ofMinutes(2),
            Duration.ZERO,
            GatherSettings.WebSub.AUTO);
    private static final Term CULTURE = new Term(
            "culture", new Names("Kulttuuri", "Kultur", "Culture"), List.of("kirjasto"), List.of("Museot"), List.of());

    final SourceList list;
    final PushRound round;
    final PushDesk pushDesk;
    final Releases releases;
    final Gathering gathering;
    final Discovery discovery;
    final Turns turns;
    final SourceHealths healths;
    final Crew crew;
    final Watchman watchman;
    final MailWatches mailWatches;
    private final PushedWork pushed;
    private final WebLine line;

    Newsroom(TestDatabase database, Clock clock, SourceSettings... sources) {
        this(database, clock, LIMITS, sources);
    }

    Newsroom(TestDatabase database, Clock clock, GatherSettings limits, SourceSettings... sources) {
        list = new SourceList(List.of(sources));
        releases = new Releases(database.jdbc(), JsonMapper.shared());
        line = new WebLine(CITY, limits, clock);
        var hosts = new Hosts(database.jdbc());
        var pushes = new Pushes(database.jdbc());
        var turnstile = new Turnstile(hosts, limits);
        var fetcher = new Fetcher(line, turnstile, new Robots(line, clock), limits);
        round = new PushRound(pushes, line, list, CITY, limits, clock);
        turns = turns(database, turnstile, hosts, pushes, limits, clock);
        healths = new SourceHealths(new Sources(database.jdbc()), list);
        discovery = new Discovery(fetcher, CITY, list);
        gathering = new Gathering(
                list,
                turns,
                new FolderSource(
                        new KnownFiles(database.jdbc()),
                        new Stillness(limits, clock),
                        CITY,
                        limits,
                        new Attachments(database.jdbc(), database.transactions(), clock)),
                new Kinds(
                        new FeedSource(fetcher, CITY),
                        new MailboxSource(
                                new KnownMails(database.jdbc(), clock),
                                new Attachments(database.jdbc(), database.transactions(), clock),
                                CITY,
                                limits),
                        fetcher,
                        CITY,
                        clock,
                        new KnownPages(database.jdbc()),
                        new Recognised(database.jdbc()),
                        discovery),
                new Drafting(CITY, new Vocabulary(List.of(CULTURE), List.of()), limits, clock),
                new NewsDesk(releases, database.transactions(), clock),
                healths);
        pushed = new PushedWork(gathering);
        pushDesk = new PushDesk(pushes, pushed, limits, clock);
        crew = new Crew(gathering);
        watchman = new Watchman(gathering, crew, turns, list, false);
        mailWatches = new MailWatches(list, limits, turns, crew, false);
    }

    private Turns turns(
            TestDatabase database,
            Turnstile turnstile,
            Hosts hosts,
            Pushes pushes,
            GatherSettings limits,
            Clock clock) {
        var sources = new Sources(database.jdbc());
        var claims = new Claims(database.jdbc());
        var node = new Node(Path.of("data"));
        return new Turns(
                sources,
                claims,
                new Docket(claims, sources, turnstile, list, node, limits, clock),
                new Settling(new Settlements(database.jdbc(), JsonMapper.shared()), claims),
                turnstile,
                hosts,
                pushes,
                round,
                list,
                node,
                limits,
                clock);
    }

    static SourceSettings folder(String key, Path path) {
        return source(key, SourceSettings.Kind.FOLDER, path, null);
    }

    static SourceSettings feed(String key, URI url) {
        return source(key, SourceSettings.Kind.FEED, null, url);
    }

    /** A feed that is silent after so long. */
    static SourceSettings expecting(String key, URI url, Duration expected) {
        return new SourceSettings(
                key,
                SourceSettings.Kind.FEED,
                null,
                url,
                null,
                Duration.ofMinutes(10),
                false,
                true,
                true,
                expected,
                null,
                null,
                null,
                null,
                null);
    }

    /** Limits with another deadline. */
    static GatherSettings patient(Duration deadline) {
        return new GatherSettings(
                LIMITS.largestFile(),
                LIMITS.largestFetch(),
                deadline,
                LIMITS.connectTimeout(),
                LIMITS.readTimeout(),
                LIMITS.settled(),
                LIMITS.oldAfter(),
                LIMITS.lease(),
                LIMITS.distance(),
                LIMITS.websub());
    }

    static SourceSettings web(SourceSettings.Kind kind, URI url) {
        return source(kind.name().toLowerCase(Locale.ROOT), kind, null, url);
    }

    static SourceSettings mailbox(MailboxSettings mailbox) {
        return new SourceSettings(
                "mailbox",
                SourceSettings.Kind.MAILBOX,
                null,
                null,
                mailbox,
                Duration.ofMinutes(10),
                false,
                false,
                true,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    List<String> titles() {
        return releases.latest(Selection.EVERYTHING, 200).stream()
                .map(release -> release.title())
                .toList();
    }

    List<String> announced() {
        return releases.announced(Selection.EVERYTHING, 0, releases.lastPlace(), 200).stream()
                .map(release -> release.title())
                .toList();
    }

    @Override
    public void close() {
        watchman.stop();
        mailWatches.stop();
        crew.destroy();
        pushed.destroy();
        line.destroy();
    }

    private static SourceSettings source(String key, SourceSettings.Kind kind, @Nullable Path path, @Nullable URI url) {
        return new SourceSettings(
                key,
                kind,
                path,
                url,
                null,
                Duration.ofMinutes(10),
                true,
                true,
                true,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
