package fi.tiedote.release;

import java.net.URI;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Joins the language versions of a release across items and sources; ids and places stay as they are. */
@Repository
class Versions {
    private static final Duration NEAR = Duration.ofDays(3);
    private static final Duration AT_ONCE = Duration.ofMinutes(10);
    private static final int MOST = 100;

    /** A number that is nobody else's: whoever gives it to two pages means one release. */
    private static final Pattern UNIQUE =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Other(UUID contentId, Instant publishedAt, Set<String> marks) {}

    /** Joins a kept release to the others: those that its source links, or else one that has its marks. */
    void join(long id, Manuscript manuscript, Instant published) {
        var linked = linked(id, manuscript.draft());
        if (linked.isEmpty()) {
            marked(id, manuscript, published).ifPresent(other -> join(id, other));
        } else {
            linked.forEach(other -> join(id, other));
        }
    }

    /** Whoever links to it, or is linked by it, in another language. */
    private List<UUID> linked(long id, Draft draft) {
        var addresses = addresses(draft.translations());
        return jdbc.sql("""
                SELECT content_id FROM release
                 WHERE address = ANY (:addresses::text[]) AND language <> :language AND id <> :id
                UNION
                SELECT content_id FROM release
                 WHERE source = :source AND item = ANY (:items::text[]) AND language <> :language AND id <> :id
                UNION
                SELECT content_id FROM release
                 WHERE item = :unique AND language <> :language AND id <> :id
                UNION
                SELECT content_id FROM release
                 WHERE translations <> '{}' AND translations && :own::text[] AND language <> :language AND id <> :id
                 LIMIT 10
                """)
                .param("id", id)
                .param("addresses", addresses)
                .param("source", draft.source())
                .param("items", draft.translations().stream().map(URI::toString).toArray(String[]::new))
                .param("unique", UNIQUE.matcher(draft.item()).matches() ? draft.item() : null, Types.VARCHAR)
                .param("own", Canonical.of(draft.url()).stream().toArray(String[]::new))
                .param("language", draft.language().code())
                .query(UUID.class)
                .list();
    }

    private Optional<UUID> marked(long id, Manuscript manuscript, Instant published) {
        var marks = manuscript.marks();
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        var telling = telling(marks, id);
        var best = Optional.<UUID>empty();
        var most = 0;
        var second = 0;
        for (var other : around(manuscript.language(), published)) {
            var gap = Duration.between(other.publishedAt(), published).abs();
            var score = Marks.score(telling, other.marks(), gap.compareTo(AT_ONCE) <= 0);
            if (best.isPresent() && best.get().equals(other.contentId())) {
                most = Math.max(most, score);
            } else if (score > most) {
                second = most;
                most = score;
                best = Optional.of(other.contentId());
            } else {
                second = Math.max(second, score);
            }
        }
        return Marks.isEnough(most, second) ? best : Optional.empty();
    }

    /** A picture that another release of the same language has tells nothing: it is a logo, or a placeholder. */
    private Set<String> telling(Set<String> marks, long id) {
        var pictures = marks.stream().filter(mark -> mark.startsWith("i:")).toArray(String[]::new);
        var telling = new LinkedHashSet<>(marks);
        if (pictures.length > 0) {
            jdbc.sql("""
                    SELECT mark FROM release, unnest(marks) AS mark
                     WHERE marks <> '{}' AND marks && :pictures::text[] AND mark = ANY (:pictures)
                     GROUP BY mark HAVING count(DISTINCT language) < count(DISTINCT content_id)
                         OR bool_or(language = (SELECT language FROM release WHERE id = :id) AND id <> :id)
                    """)
                    .param("pictures", pictures)
                    .param("id", id)
                    .query(String.class)
                    .list()
                    .forEach(telling::remove);
        }
        return telling;
    }

    /** In other languages, at about the same time, without a version in this language. */
    private List<Other> around(String language, Instant published) {
        return jdbc.sql("""
                SELECT content_id, published_at, marks FROM release
                 WHERE language = ANY (:others) AND published_at BETWEEN :from AND :to AND marks <> '{}'
                 ORDER BY published_at DESC LIMIT :limit
                """)
                .param(
                        "others",
                        Set.of("fi", "sv", "en").stream()
                                .filter(code -> !code.equals(language))
                                .toArray(String[]::new))
                .param("from", at(published.minus(NEAR)))
                .param("to", at(published.plus(NEAR)))
                .param("limit", MOST)
                .query((row, number) -> new Other(
                        row.getObject("content_id", UUID.class),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        Set.of((String[]) row.getArray("marks").getArray())))
                .list();
    }

    /** Only where the two have no language in common. */
    private void join(long id, UUID other) {
        jdbc.sql("""
                UPDATE release SET content_id = :other
                 WHERE content_id = (SELECT content_id FROM release WHERE id = :id) AND content_id <> :other
                   AND NOT EXISTS (SELECT FROM release AS mine JOIN release AS theirs USING (language)
                                    WHERE mine.content_id = (SELECT content_id FROM release WHERE id = :id)
                                      AND theirs.content_id = :other)
                """).param("id", id).param("other", other).update();
    }

    static String[] addresses(Collection<URI> urls) {
        return urls.stream().flatMap(url -> Canonical.of(url).stream()).toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
