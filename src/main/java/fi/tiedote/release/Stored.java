package fi.tiedote.release;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** As much of a kept release as tells whether a draft of it says anything new. */
record Stored(
        long id,
        String fingerprint,
        State state,
        Set<String> topics,
        Set<String> areas,
        @Nullable Instant embargoUntil,
        String doubt,
        Set<String> translations) {
    static final RowMapper<Stored> MAPPER = (row, number) -> new Stored(
            row.getLong("id"),
            row.getString("fingerprint"),
            State.valueOf(row.getString("state")),
            strings(row.getArray("topics")),
            strings(row.getArray("areas")),
            moment(row.getObject("embargo_until", OffsetDateTime.class)),
            row.getString("doubt"),
            strings(row.getArray("translations")));

    boolean isSortedAs(Draft draft) {
        return topics.equals(draft.topics()) && areas.equals(draft.areas());
    }

    boolean isLinkedAs(Draft draft) {
        return translations.equals(Set.copyOf(List.of(Versions.addresses(draft.translations()))));
    }

    /** Whether it waits for its moment, or for somebody to settle a doubt, otherwise than the draft says. */
    boolean waitsOtherwise(Draft draft, Instant now) {
        var waits = state == State.EMBARGOED || (state == State.HELD && !doubt.isEmpty());
        return waits
                && (state != draft.stateAt(now)
                        || !doubt.equals(draft.doubt())
                        || !Objects.equals(embargoUntil, draft.embargoUntil()));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static Set<String> strings(Array array) throws SQLException {
        return Set.copyOf(List.of((String[]) array.getArray()));
    }
}
