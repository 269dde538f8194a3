package fi.tiedote.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.kit.IdleTiedote;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.release.Selection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdleTiedote
class SignUpTests {
    private static final Selection CULTURE =
            new Selection(List.of(Language.SV, Language.FI), List.of("culture"), List.of(), "");

    private final SignUp signUp;
    private final Subscriptions subscriptions;
    private final Confirmations confirmations;
    private final MovingClock clock;
    private final JdbcClient jdbc;
    private final Residents residents;

    SignUpTests(
            SignUp signUp,
            Subscriptions subscriptions,
            Confirmations confirmations,
            Ledger ledger,
            MovingClock clock,
            JdbcClient jdbc) {
        this.signUp = signUp;
        this.subscriptions = subscriptions;
        this.confirmations = confirmations;
        this.clock = clock;
        this.jdbc = jdbc;
        this.residents = new Residents(signUp, jdbc);
    }

    @Test
    void nobodyGetsAnythingBeforeTheyConfirmed() {
        residents.asks("resident@example.org", CULTURE, Cadence.DAILY);

        assertThat(subscriptions.choices(Cadence.DAILY)).isEmpty();
        assertThat(signUp.find(residents.token("resident@example.org")))
                .hasValueSatisfying(pending -> assertThat(pending.selection()).isEqualTo(CULTURE));
    }

    @Test
    void aTokenConfirmsOnce() {
        residents.asks("resident@example.org", CULTURE, Cadence.DAILY);
        var token = residents.token("resident@example.org");

        assertThat(signUp.confirm(token)).isPresent();
        assertThat(signUp.confirm(token)).isEmpty();
        assertThat(signUp.find(token)).isEmpty();
        assertThat(subscriptions.choices(Cadence.DAILY))
                .extracting(Choice::selection)
                .containsExactly(CULTURE);
    }

    @Test
    void aTokenIsGoodForSevenDays() {
        residents.asks("resident@example.org", CULTURE, Cadence.DAILY);
        clock.advance(Duration.ofDays(7).plusSeconds(1));

        assertThat(signUp.confirm(residents.token("resident@example.org"))).isEmpty();
        assertThat(confirmations.forgetOld()).isOne();
    }

    @Test
    void aForgedTokenConfirmsNothing() {
        assertThat(signUp.confirm("0123456789abcdef0123456789abcdef")).isEmpty();
        assertThat(signUp.confirm("\u0000 x")).isEmpty();
    }

    @Test
    void whoeverAsksInSomebodysNameFillsAMailboxWithOneLetterADay() {
        for (var attempt = 0; attempt < 5; attempt++) {
            residents.asks("Victim@example.org", CULTURE, Cadence.DAILY);
            residents.asks("victim@example.org", CULTURE, Cadence.WEEKLY);
        }
        assertThat(residents.letters("confirmation")).isOne();

        clock.advance(Duration.ofDays(1));
        residents.asks("victim@example.org", CULTURE, Cadence.DAILY);
        assertThat(residents.letters("confirmation")).isEqualTo(2);
    }

    @Test
    void theLastWishOfTheDayIsTheOneThatIsConfirmed() {
        residents.asks("resident@example.org", CULTURE, Cadence.DAILY);
        residents.asks("resident@example.org", Selection.EVERYTHING, Cadence.IMMEDIATE);
        signUp.confirm(residents.token("resident@example.org"));

        assertThat(subscriptions.choices(Cadence.DAILY)).isEmpty();
        assertThat(subscriptions.choices(Cadence.IMMEDIATE))
                .extracting(Choice::selection)
                .containsExactly(Selection.EVERYTHING);
    }

    @Test
    void aSecondSubscriptionOnTheSameDayGetsItsOwnLetter() {
        residents.subscribes("resident@example.org", CULTURE, Cadence.DAILY);
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.IMMEDIATE);

        assertThat(residents.letters("confirmation")).isEqualTo(2);
        assertThat(subscriptions.heldBy(residents.subscriber("resident@example.org")))
                .hasSize(2);
    }

    @Test
    void theTokenIsStoredAsAHashOnly() {
        residents.asks("resident@example.org", CULTURE, Cadence.DAILY);
        var row = jdbc.sql("SELECT confirmation::text FROM confirmation")
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(residents.token("resident@example.org"));
    }

    @Test
    void thousandsOfPeopleShareOneSelection() {
        for (var number = 0; number < 20; number++) {
            residents.subscribes("resident" + number + "@example.org", CULTURE, Cadence.DAILY);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM selection")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(page(0)).hasSize(15);
        assertThat(page(15)).hasSize(5);
        assertThat(page(20)).isEmpty();
    }

    private List<String> page(long after) {
        var end = subscriptions.endOfPage(Cadence.DAILY, List.of(1L), after, 15).orElse(after);
        return subscriptions.readers(Cadence.DAILY, List.of(1L), after, end).stream()
                .flatMap(readers -> readers.addresses().stream())
                .toList();
    }
}
