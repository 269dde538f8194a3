package fi.tiedote.delivery;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MailServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ledger beside what a server recorded, after everything that may happen between them. */
class FaultsTests {
    private static final int LETTERS = Integer.getInteger("faults.letters", 80);
    private static final int FITS = Integer.getInteger("faults.fits", 80);

    private final MailServer server = MailServer.start();

    @TempDir
    Path data;

    private SortingOffice office;

    @BeforeEach
    void open() {
        office = new SortingOffice(data);
    }

    @AfterEach
    void close() {
        office.close();
        server.close();
    }

    static LongStream seeds() {
        var first = Long.getLong("faults.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("faults.seeds", 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverAServerDoesTheLedgerIsRight(long seed) throws IOException {
        if (seed % 2 == 0) {
            server.without("PIPELINING").without("8BITMIME");
        }
        var moods = new Moods(seed, FITS);
        moods.rule(server);
        office.issue(LETTERS, "Peru: " + Slot.UNSUBSCRIBE.mark() + "\n.\n..dots");
        office.deliver(server, 3);
        settleAll();

        var taken = server.taken().stream().collect(groupingBy(Delivered::recipient));
        var tally = office.tally();
        assertThat(tally.accepted() + tally.refused() + tally.inDoubt()).isEqualTo(LETTERS);
        for (var row : rows()) {
            assertThat(taken.getOrDefault(row.address(), List.of()).size())
                    .as("%s", row)
                    .isBetween(row.state().equals("ACCEPTED") ? 1 : 0, row.most());
        }
        assertThat(server.taken().size() - taken.size())
                .as("sent twice, at most as often as the server took a message and did not say so")
                .isLessThanOrEqualTo(moods.silent.get());
        assertThat(office.database
                        .jdbc()
                        .sql("SELECT address FROM letter WHERE state = 'REFUSED' AND reply NOT LIKE 'given up%'")
                        .query(String.class)
                        .list())
                .isSubsetOf(moods.refused);
        assertThatEachArrivedByteForByte(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "DATA, 250 sure, DEFERRED",
        "DOT, 354 more, IN_DOUBT",
        "DOT, 199 well, IN_DOUBT",
        "RCPT, 354 go, DEFERRED"
    })
    void anAnswerThatFitsNoQuestionEndsTheConnection(String stage, String answer, String state) {
        switch (stage) {
            case "RCPT" -> server.onRcpt(recipient -> answer);
            case "DATA" -> server.onData(recipient -> answer);
            default -> server.afterDot(message -> answer);
        }
        office.issue(1);
        office.deliver(server, 1);

        assertThat(office.awaitState(1, "DEFERRED", "REFUSED", "IN_DOUBT", "ACCEPTED")
                        .state())
                .isEqualTo(state);
        await().until(() -> server.open() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 554 5.3.2 no service",
        "GREETING, 421 4.3.2 busy",
        "GREETING, cut",
        "EHLO, 502 5.5.1 what?",
        "EHLO, 421 4.3.2 closing",
        "STARTTLS, 454 4.7.0 not now",
        "STARTTLS, cut",
        "AUTH, 535 5.7.8 wrong",
        "AUTH, 454 4.7.0 later",
        "AUTH, cut"
    })
    void lettersWaitUntilTheServerLetsUsIn(String stage, String answer) {
        var starttls = stage.equals("STARTTLS");
        server.offering("AUTH PLAIN").offering("STARTTLS");
        server.greeting(() -> stage.equals("GREETING") ? answer : "220 hei");
        server.onCommand(name -> name.equals(stage) ? answer : "");
        office.issue(3);
        office.deliver(
                () -> {},
                new Relay(
                        server.host(),
                        server.port(),
                        starttls ? Relay.Security.STARTTLS : Relay.Security.NONE,
                        "tiedote",
                        "x",
                        1));
        await().until(() -> server.connections() > 1);
        await().until(() -> office.row(1).state().equals("QUEUED"));

        assertThat(rows()).allSatisfy(row -> assertThat(row.tries()).isZero());
        assertThat(server.taken()).isEmpty();
    }

    /** Time passes whenever there is nothing to do. */
    private void settleAll() {
        await().atMost(Duration.ofSeconds(60L + LETTERS / 10)).until(() -> {
            var open = count("state = 'CLAIMED' OR due_at IS NOT NULL");
            if (open > 0 && count("state = 'CLAIMED' OR due_at <= :now") == 0) {
                office.clock.advance(Duration.ofMinutes(20));
            }
            return open == 0;
        });
    }

    private long count(String which) {
        return office.database
                .jdbc()
                .sql("SELECT count(*) FROM letter WHERE :now::timestamptz IS NOT NULL AND (" + which + ")")
                .param("now", office.clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private void assertThatEachArrivedByteForByte(Map<String, List<Delivered>> taken) throws IOException {
        var envelopes = new Envelopes(SortingOffice.CITY.sender(), SortingOffice.settings(data), office.seals);
        for (var letter : letters()) {
            var expected = new ByteArrayOutputStream();
            var values = envelopes.values(letter, envelopes.of(letter).orElseThrow());
            office.editions.plate(letter.editionId()).writeTo(expected, values);
            assertThat(taken.getOrDefault(letter.address(), List.of()))
                    .allSatisfy(copy -> assertThat(copy.bytes()).isEqualTo(expected.toByteArray()));
        }
    }

    private List<Letter> letters() {
        return office.database
                .jdbc()
                .sql("SELECT id, edition_id, subscriber, address FROM letter")
                .query((row, number) -> new Letter(
                        row.getLong("id"),
                        1,
                        0,
                        0,
                        0,
                        row.getLong("edition_id"),
                        "daily",
                        row.getLong("subscriber"),
                        row.getString("address"),
                        null,
                        Priority.DIGEST,
                        office.clock.instant()))
                .list();
    }

    private List<Row> rows() {
        return office.database
                .jdbc()
                .sql("SELECT address, state, tries, doubts FROM letter")
                .query(Row.class)
                .list();
    }

    private record Row(String address, String state, int tries, int doubts) {
        /** Each time when the answer was lost, and once more with an answer. */
        int most() {
            return doubts + (state.equals("ACCEPTED") ? 1 : 0);
        }
    }
}
