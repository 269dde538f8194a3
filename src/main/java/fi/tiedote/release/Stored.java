package fi.tiedote.release;

import java.sql.Array;
import java.sql.SQLException;
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
        @Nullable String url) {
    static final RowMapper<Stored> MAPPER = (row, number) -> new Stored(
            row.getLong("id"),
            row.getString("fingerprint"),
            State.valueOf(row.getString("state")),
            strings(row.getArray("topics")),
            strings(row.getArray("areas")),
            row.getString("url"));

    boolean isSortedAs(Draft draft) {
        return topics.equals(draft.topics()) && areas.equals(draft.areas());
    }

    private static Set<String> strings(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
