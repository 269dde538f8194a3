package fi.tiedote.subscription;

import fi.tiedote.city.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wishes that wait to be confirmed, for {@link #LIFE}. */
@Repository
class Confirmations {
    static final Duration LIFE = Duration.ofDays(7);

    private static final String PENDING = """
            SELECT confirmation.id, address, language, cadence, form, requested_at, languages, topics, areas, words
              FROM confirmation JOIN selection ON selection.id = selection_id
             WHERE token_hash = :hash AND confirmed_at IS NULL AND requested_at > :oldest
            """;

    private final JdbcClient jdbc;
    private final Selections selections;
    private final Clock clock;

    Confirmations(JdbcClient jdbc, Selections selections, Clock clock) {
        this.jdbc = jdbc;
        this.selections = selections;
        this.clock = clock;
    }

    /**
     * Keeps the wish of an address. While another one of that day is open, the new one only changes what will be confirmed.
     *
     * @return the id when no other was open, so that a letter has to be sent
     */
    Optional<Long> keep(Wish wish, byte[] tokenHash, LocalDate day) {
        return jdbc.sql("""
                INSERT INTO confirmation (address, address_key, language, selection_id, cadence, form,
                                          token_hash, day, requested_at)
                VALUES (:address, :key, :language, :selection, :cadence, :form, :hash, :day, :now)
                ON CONFLICT (address_key, day) WHERE confirmed_at IS NULL DO UPDATE
                   SET selection_id = excluded.selection_id, cadence = excluded.cadence
                RETURNING CASE WHEN token_hash = :hash THEN id END
                """)
                .param("address", wish.address().toString())
                .param("key", wish.address().key())
                .param("language", wish.language().code())
                .param("selection", selections.keep(wish.selection()))
                .param("cadence", wish.cadence().name())
                .param("form", "web-" + wish.language().code())
                .param("hash", tokenHash)
                .param("day", day)
                .param("now", now())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    Optional<Asked> find(byte[] tokenHash) {
        return find(PENDING, tokenHash);
    }

    /** The row stays locked until the transaction ends, so that a token is used once. */
    Optional<Asked> take(byte[] tokenHash) {
        var asked = find(PENDING + " FOR UPDATE OF confirmation", tokenHash);
        asked.ifPresent(found -> jdbc.sql("UPDATE confirmation SET confirmed_at = :now WHERE id = :id")
                .param("now", now())
                .param("id", found.pending().id())
                .update());
        return asked;
    }

    /** @return how many were too old */
    int forgetOld() {
        return jdbc.sql("DELETE FROM confirmation WHERE requested_at <= :oldest")
                .param("oldest", oldest())
                .update();
    }

    private Optional<Asked> find(String sql, byte[] tokenHash) {
        return jdbc.sql(sql)
                .param("hash", tokenHash)
                .param("oldest", oldest())
                .query(Confirmations::asked)
                .optional();
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        var pending = new Pending(
                row.getLong("id"),
                row.getString("address"),
                Language.of(row.getString("language")).orElseThrow(),
                Selections.of(row),
                Cadence.valueOf(row.getString("cadence")));
        return new Asked(pending, row.getObject("requested_at", OffsetDateTime.class), row.getString("form"));
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    record Asked(Pending pending, OffsetDateTime requestedAt, String form) {}
}
