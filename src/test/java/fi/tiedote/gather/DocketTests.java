package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocketTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final Hosts hosts = new Hosts(database.jdbc());
    private final Claims claims = new Claims(database.jdbc());
    private final Sources sources = new Sources(database.jdbc());
    private final List<Turnstile> turnstiles = new ArrayList<>();

    @Test
    void eachSourceThatIsDueIsClaimedOnceByOneOfTheNodes() {
        var settings = IntStream.range(0, 100).mapToObj(DocketTests::source).toList();
        var nodes = List.of(open("one", settings), open("two", settings));
        var claimed = new ArrayList<String>();
        for (var found = true; found; ) {
            found = false;
            for (var node : nodes) {
                var claim = node.next();
                claim.map(Claim::key).ifPresent(claimed::add);
                found |= claim.isPresent();
            }
        }

        assertThat(claimed).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void ofOneHostOneSourceIsClaimedAndTheNextWhenThatIsDone() {
        var node = open(
                "one", List.of(at("aa", "www.example.fi"), at("bb", "www.example.fi"), at("cc", "blog.example.fi")));
        var turnstile = turnstiles.get(0);

        assertThat(key(node.next())).isEqualTo("aa");
        assertThat(key(node.next())).isEqualTo("cc");
        assertThat(node.next()).isEmpty();

        node.done("aa");
        turnstile.giveBack();
        assertThat(key(node.next())).isEqualTo("bb");
    }

    @Test
    void whatHasWaitedTooLongIsLeftToTheNodeThatHasItNow() {
        var settings = IntStream.range(0, 3).mapToObj(DocketTests::source).toList();
        var slow = open("one", settings);
        assertThat(key(slow.next())).isEqualTo("source-0");

        clock.advance(Newsroom.LIMITS.lease().plusSeconds(1));
        database.jdbc()
                .sql("UPDATE source_host SET free_at = clock_timestamp()")
                .update();
        var other = open("two", settings);
        assertThat(List.of(key(other.next()), key(other.next()), key(other.next())))
                .containsExactly("source-0", "source-1", "source-2");

        assertThat(slow.next()).isEmpty();
    }

    @Test
    void whatOnlyWaitsIsAnybodysWhenTheNodeEnds() {
        var settings = IntStream.range(0, 3).mapToObj(DocketTests::source).toList();
        var ending = open("one", settings);
        ending.next();
        ending.close();
        turnstiles.get(0).giveBack();

        var other = open("two", settings);
        assertThat(List.of(key(other.next()), key(other.next()))).containsExactly("source-1", "source-2");
        assertThat(other.next()).isEmpty();
    }

    @Test
    void whatANodeHeldWhenItWasKilledIsItsAgainWhenItStarts() {
        var settings = IntStream.range(0, 3).mapToObj(DocketTests::source).toList();
        open("one", settings).next();

        var restarted = open("one", settings);
        var keys = new HashSet<String>();
        for (var claim = restarted.next(); claim.isPresent(); claim = restarted.next()) {
            keys.add(key(claim));
        }
        assertThat(keys).hasSize(3);
    }

    @Test
    void whatTheSettingsDoNotNameAnyMoreIsNotLookedAt() {
        open("one", List.of(source(0), source(1)));

        var node = open("one", List.of(source(1)));
        assertThat(key(node.next())).isEqualTo("source-1");
        assertThat(node.next()).isEmpty();
    }

    @Test
    void aSourceOfANewerNodesSettingsIsLeftToIt() {
        var old = open("one", List.of(source(0)));
        var newer = open("two", List.of(source(1)));

        assertThat(key(old.next())).isEqualTo("source-0");
        database.jdbc()
                .sql("UPDATE source_host SET free_at = clock_timestamp()")
                .update();
        assertThat(key(newer.next())).isEqualTo("source-1");
    }

    @Test
    void theTurnThatCameWithAClaimLetsOneRequestInWithoutAskingTheDatabase() {
        var node = open("one", List.of(source(0)));
        var host = source(0).place();
        node.next();
        var turnstile = turnstiles.get(0);
        assertThat(hosts.enter(host, Duration.ofMinutes(1))).isEmpty();

        turnstile.enter(host, errand(host)).orElseThrow().leave(Duration.ZERO);
        turnstile.enter(host, errand(host)).orElseThrow().leave(Duration.ofHours(1));
        node.done("source-0");
        turnstile.giveBack();

        assertThat(hosts.enter(host, Duration.ofMinutes(1))).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT free_at > clock_timestamp() + interval '59 minutes' FROM source_host")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private Docket open(String name, List<SourceSettings> settings) {
        settings.forEach(source -> sources.register(source, clock.instant()));
        var turnstile = new Turnstile(hosts, Newsroom.LIMITS);
        turnstiles.add(turnstile);
        var docket = new Docket(
                claims, sources, turnstile, new SourceList(settings), new Node(Path.of(name)), Newsroom.LIMITS, clock);
        docket.open();
        return docket;
    }

    private static Errand errand(String host) {
        return new Errand(URI.create("https://" + host + "/"), false, true, false, () -> {});
    }

    private static String key(Optional<Claim> claim) {
        return claim.orElseThrow().key();
    }

    private static SourceSettings source(int number) {
        return at("source-" + number, "www" + number + ".example.fi");
    }

    private static SourceSettings at(String key, String host) {
        return Newsroom.feed(key, URI.create("https://" + host + "/" + key + ".xml"));
    }
}
