package fi.tiedote.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.city.Language;
import fi.tiedote.delivery.Addressee;
import fi.tiedote.delivery.Editions;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.delivery.Priority;
import fi.tiedote.delivery.Purpose;
import fi.tiedote.delivery.Seals;
import fi.tiedote.delivery.Sheet;
import fi.tiedote.kit.IdleTiedote;
import fi.tiedote.release.Selection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@IdleTiedote
class MembershipTests {
    private static final Selection CULTURE = new Selection(List.of(), List.of("culture"), List.of(), "");

    private final Membership membership;
    private final Ledger ledger;
    private final Editions editions;
    private final Seals seals;
    private final JdbcClient jdbc;
    private final Residents residents;
    private final DeadAddresses deadAddresses;
    private final Subscriptions subscriptions;
    private final TransactionOperations transactions;

    MembershipTests(
            Membership membership,
            Ledger ledger,
            Editions editions,
            Seals seals,
            SignUp signUp,
            DeadAddresses deadAddresses,
            Subscriptions subscriptions,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.transactions = transactions;
        this.deadAddresses = deadAddresses;
        this.subscriptions = subscriptions;
        this.membership = membership;
        this.ledger = ledger;
        this.editions = editions;
        this.seals = seals;
        this.jdbc = jdbc;
        this.residents = new Residents(signUp, jdbc);
    }

    @BeforeEach
    void aResidentSubscribes() {
        residents.subscribes("resident@example.org", CULTURE, Cadence.DAILY);
    }

    @Test
    void aLinkIsGoodForItsPurposeOnly() {
        var unsubscribe = seals.seal(Purpose.UNSUBSCRIBE, "1.daily");

        assertThat(membership.memberByUnsubscribe(unsubscribe)).contains(new Member(1, Cadence.DAILY));
        assertThat(membership.memberByPreferences(unsubscribe)).isEmpty();
        assertThat(membership.memberByUnsubscribe(seals.seal(Purpose.UNSUBSCRIBE, "1.hourly")))
                .isEmpty();
    }

    @Test
    void nothingIsSentToADeadAddressUntilItIsConfirmedAnew() {
        assertThat(audience()).isEqualTo(1);
        said(false);
        assertThat(audience()).isZero();

        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.DAILY);
        assertThat(audience()).isEqualTo(1);
    }

    @Test
    void anAddressThatWasCalledDeadByMistakeLives() {
        said(false);
        said(true);
        assertThat(audience()).isEqualTo(1);
    }

    @Test
    void whoLeavesIsForgotten() {
        membership.unsubscribe(resident());
        membership.unsubscribe(resident());

        assertThat(membership.held(resident())).isEmpty();
        assertThat(membership.address(resident())).isEmpty();
        assertThat(count("subscriber")).isZero();
    }

    @Test
    void whoLeavesOneNewsletterKeepsTheOther() {
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.WEEKLY);
        membership.unsubscribe(resident());

        assertThat(membership.held(resident()))
                .extracting(Subscription::cadence)
                .containsExactly(Cadence.WEEKLY);
        membership.leave(resident());
        assertThat(count("subscriber")).isZero();
    }

    @Test
    void whoLeavesWhileLettersAreBeingWrittenGetsNone() {
        var leaving = transactions.execute(transaction -> {
            var end = subscriptions.endOfPage(Cadence.DAILY, List.of(1L), 0, 10).orElseThrow();
            assertThat(subscriptions.readers(Cadence.DAILY, List.of(1L), 0, end))
                    .hasSize(1);
            var other = CompletableFuture.runAsync(() -> membership.unsubscribe(resident()));
            await().pollInSameThread()
                    .until(() -> jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                                    .query(Integer.class)
                                    .single()
                            == 1);
            queueALetter();
            return other;
        });
        leaving.join();

        assertThat(states()).containsExactly("CANCELLED");
    }

    @Test
    void anUnsubscriptionHoldsForLettersThatAreNotOnTheWire() {
        queueALetter();
        membership.unsubscribe(resident());

        assertThat(states()).containsExactly("CANCELLED");
    }

    @Test
    void endingOneOfTwoSubscriptionsLeavesTheLetterThatTheOtherAsksFor() {
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.DAILY);
        queueALetter();
        var held = membership.held(resident());
        membership.end(resident(), held.get(0).id());
        assertThat(states()).containsExactly("QUEUED");

        membership.end(resident(), held.get(1).id());
        assertThat(states()).containsExactly("CANCELLED");
    }

    @Test
    void aChangeReplacesWhatWasHeldAndCancelsWhatNobodyAsksForAnyMore() {
        queueALetter();
        var before = membership.held(resident()).get(0);
        membership.change(resident(), before.id(), Selection.EVERYTHING, Cadence.WEEKLY);

        assertThat(membership.held(resident())).singleElement().satisfies(now -> assertThat(now.cadence())
                .isEqualTo(Cadence.WEEKLY));
        assertThat(states()).containsExactly("CANCELLED");
    }

    @Test
    void nobodyChangesWhatSomebodyElseHolds() {
        var stranger = new Member(4711, Cadence.DAILY);
        var held = membership.held(resident()).get(0);
        membership.change(stranger, held.id(), Selection.EVERYTHING, Cadence.WEEKLY);
        membership.end(stranger, held.id());

        assertThat(membership.held(resident())).containsExactly(held);
    }

    private Member resident() {
        return new Member(1, Cadence.DAILY);
    }

    private void queueALetter() {
        var issue = ledger.open("daily", "2026-11-23", Priority.DIGEST);
        var edition = editions.keep(issue, "fi", new Sheet(Language.FI, "Aihe", "<p>Hei</p>", "Hei"));
        ledger.queue(edition, List.of(new Addressee(1, "resident@example.org")));
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM letter WHERE newsletter = 'daily'")
                .query(String.class)
                .list();
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    private void said(boolean lifted) {
        jdbc.sql("INSERT INTO suspension (subscriber, lifted, noted_at) VALUES (1, :lifted, now())")
                .param("lifted", lifted)
                .update();
        deadAddresses.hear();
    }

    private int audience() {
        var choices =
                subscriptions.choices(Cadence.DAILY).stream().map(Choice::id).toList();
        return subscriptions.readers(Cadence.DAILY, choices, 0, 10).stream()
                .mapToInt(readers -> readers.subscribers().size())
                .sum();
    }
}
