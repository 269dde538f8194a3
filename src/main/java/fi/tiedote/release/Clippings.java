package fi.tiedote.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published releases that were read lately. Most lists differ in a few: what has been read stays good for as long as its row
 * is the same, which PostgreSQL tells by the transaction that wrote it ({@code xmin}). Thread-safe.
 */
@Repository
class Clippings {
    /** What a query that finds releases selects of them, to be read here. */
    static final String MARK = "release.id, release.xmin::text::bigint AS written";

    /** In characters, of all that is kept. */
    private static final int CAPACITY = 4 << 20;

    private final JdbcClient jdbc;
    private final ReleaseRow row;
    private final Map<Long, Clipping> kept = new LinkedHashMap<>(64, 0.75f, true);
    private int weight;

    Clippings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.row = new ReleaseRow(json);
    }

    /** @param written the transaction that wrote the row, of the last four billion */
    record Mark(long id, long written) {}

    private record Clipping(Mark mark, Release release) {
        int weight() {
            return 500
                    + release.title().length()
                    + release.lead().length()
                    + release.bodyHtml().length();
        }
    }

    /** In the order of their marks; without those that have ceased to be published meanwhile. */
    List<Release> read(List<Mark> marks) {
        var found = new HashMap<Long, Release>();
        marks.forEach(mark -> find(mark).ifPresent(release -> found.put(mark.id(), release)));
        var missing = marks.stream()
                .map(Mark::id)
                .filter(id -> !found.containsKey(id))
                .toList();
        if (!missing.isEmpty()) {
            fetch(missing).forEach(clipping -> found.put(clipping.mark().id(), keep(clipping)));
        }
        return marks.stream()
                .flatMap(mark -> Stream.ofNullable(found.get(mark.id())))
                .toList();
    }

    private List<Clipping> fetch(Collection<Long> ids) {
        return jdbc.sql("SELECT " + ReleaseRow.COLUMNS + ", release.xmin::text::bigint AS written"
                        + " FROM release WHERE id = ANY (:ids) AND state = 'PUBLISHED'")
                .param("ids", ids.toArray(Long[]::new))
                .query((result, number) -> new Clipping(
                        new Mark(result.getLong("id"), result.getLong("written")), row.mapRow(result, number)))
                .list();
    }

    private synchronized Optional<Release> find(Mark mark) {
        return Optional.ofNullable(kept.get(mark.id()))
                .filter(clipping -> clipping.mark().equals(mark))
                .map(Clipping::release);
    }

    private synchronized Release keep(Clipping clipping) {
        var before = kept.put(clipping.mark().id(), clipping);
        weight += clipping.weight() - (before == null ? 0 : before.weight());
        var eldest = kept.values().iterator();
        while (weight > CAPACITY && eldest.hasNext()) {
            weight -= eldest.next().weight();
            eldest.remove();
        }
        return clipping.release();
    }
}
