package fi.tiedote.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiedote.city.Language;
import fi.tiedote.delivery.Edition;
import fi.tiedote.delivery.Editions;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.delivery.Priority;
import fi.tiedote.delivery.Sheet;
import fi.tiedote.kit.IdleTiedote;
import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.Readership;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdleTiedote
class FanoutTests {
    /** Of several pages, the last of them not full. */
    private static final int PEOPLE = 5 * Pages.PEOPLE + 123;

    private final Fanout fanout;
    private final Ledger ledger;
    private final Editions editions;
    private final JdbcClient jdbc;

    FanoutTests(Fanout fanout, Ledger ledger, Editions editions, JdbcClient jdbc) {
        this.fanout = fanout;
        this.ledger = ledger;
        this.editions = editions;
        this.jdbc = jdbc;
    }

    @Test
    void eachOfManyPeopleGetsOneLetterAndASecondTimeNone() {
        var choice = audience();
        var pages = new AtomicInteger();

        assertThat(fanout.write(Cadence.WEEKLY, List.of(choice), this::edition, pages::incrementAndGet))
                .isEqualTo(PEOPLE);
        assertThat(pages.get()).isGreaterThan(PEOPLE / Pages.PEOPLE);
        assertThat(letters("DISTINCT subscriber")).isEqualTo(PEOPLE);
        assertThat(fanout.write(Cadence.WEEKLY, List.of(choice), this::edition, () -> {}))
                .isZero();
        assertThat(letters("*")).isEqualTo(PEOPLE);
    }

    @Test
    void whatWasCutOffIsCompletedTheNextTimeAndNothingGoesOnAfterAFailure() {
        var choice = audience();
        var pages = new AtomicInteger();

        assertThatThrownBy(() ->
                        fanout.write(Cadence.WEEKLY, List.of(choice), this::edition, () -> failFromTheThirdOn(pages)))
                .hasStackTraceContaining("the turn is lost");
        var written = letters("*");
        assertThat(written).isBetween(3 * Pages.PEOPLE, PEOPLE - 1);

        assertThat(fanout.write(Cadence.WEEKLY, List.of(choice), this::edition, () -> {}))
                .isEqualTo(PEOPLE - written);
        assertThat(letters("DISTINCT subscriber")).isEqualTo(PEOPLE);
    }

    /** Whichever thread asks: so at most one page more is written than was begun. */
    private static void failFromTheThirdOn(AtomicInteger pages) {
        if (pages.incrementAndGet() >= 3) {
            throw new IllegalStateException("the turn is lost");
        }
    }

    private Optional<Edition> edition(Readership readers) {
        var issue = ledger.open("weekly", "2026-11-23", Priority.DIGEST);
        var sheet = new Sheet(readers.language(), "Viikko", "<p>Hei!</p>", "Hei!");
        return Optional.of(editions.keep(issue, readers.language().code(), sheet));
    }

    /** @return the selection that all of them hold */
    private long audience() {
        var choice = jdbc.sql("""
                INSERT INTO selection (languages, topics, areas, words) VALUES ('{}', '{}', '{}', 'fanout')
                RETURNING id
                """).query(Long.class).single();
        jdbc.sql("""
                WITH people AS (
                    INSERT INTO subscriber (address, address_key, language, since)
                    SELECT 'r' || n || '@example.org', 'r' || n || '@example.org', :language, now()
                      FROM generate_series(1, :people) AS n
                    RETURNING id)
                INSERT INTO subscription (subscriber_id, selection_id, cadence, form, requested_at, confirmed_at)
                SELECT id, :choice, 'WEEKLY', 'test', now(), now() FROM people
                """)
                .param("language", Language.FI.code())
                .param("people", PEOPLE)
                .param("choice", choice)
                .update();
        return choice;
    }

    private int letters(String what) {
        return jdbc.sql("SELECT count(" + what + ") FROM letter WHERE newsletter = 'weekly'")
                .query(Integer.class)
                .single();
    }
}
