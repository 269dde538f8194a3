package fi.tiedote.release;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** So many releases that what is narrowed is found in every way that there is, each beside a plain sort of them all. */
class NewestTests {
    private static final int RELEASES = 60_000;
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Catalogue CATALOGUE = new Catalogue(DATABASE.jdbc(), JsonMapper.shared());

    @BeforeAll
    static void fill() {
        DATABASE.jdbc().sql("""
                INSERT INTO release (content_id, source, item, content, language, title, lead, body_html, published_at,
                                     updated_at, state, place, announced, topics, areas, contacts, attachments,
                                     fingerprint, words)
                SELECT gen_random_uuid(), CASE WHEN i % 500 = 0 THEN 'rare' ELSE 'main' END, i, i,
                       language, 'Tiedote ' || i, '', '', at, at, CASE WHEN i % 7 = 0 THEN 'HELD' ELSE 'PUBLISHED' END,
                       i, false,
                       array_remove(ARRAY[
                           CASE WHEN i % 3 = 0 THEN 'common' END,
                           CASE WHEN i % 2000 = 1 THEN 'rare' END,
                           CASE WHEN i < 20000 THEN 'old' END], NULL),
                       array_remove(ARRAY[
                           CASE WHEN i % 4 = 0 THEN 'common' END,
                           CASE WHEN i BETWEEN 100 AND 200 THEN 'ancient' END], NULL),
                       '[]', '[]', '', to_tsvector(dictionary::regconfig, text)
                  FROM (SELECT i, timestamptz '2020-01-01' + (i / 3) * interval '1 hour' AS at,
                               (ARRAY['fi', 'sv', 'en'])[1 + i % 3] AS language,
                               (ARRAY['finnish', 'swedish', 'english'])[1 + i % 3] AS dictionary,
                               concat_ws(' ', 'kaikki', CASE WHEN i % 2500 = 2 THEN 'harvoin' END,
                                         CASE WHEN i < 15000 THEN 'muinoin' END) AS text
                          FROM generate_series(1, :releases) AS i) AS numbered
                """).param("releases", RELEASES).update();
        DATABASE.jdbc().sql("ANALYZE release").update();
    }

    @AfterAll
    static void close() throws Exception {
        ((AutoCloseable) DATABASE.dataSource()).close();
    }

    static Stream<Scope> scopes() {
        return Stream.of(
                scope(List.of(), "", "", "", ""),
                scope(List.of(Language.EN), "", "", "", ""),
                scope(List.of(Language.EN, Language.SV), "", "", "", ""),
                scope(List.of(), "common", "", "", ""),
                scope(List.of(), "rare", "", "", ""),
                scope(List.of(), "old", "", "", ""),
                scope(List.of(), "old rare", "", "", ""),
                scope(List.of(), "unknown", "", "", ""),
                scope(List.of(), "", "common", "", ""),
                scope(List.of(), "common", "ancient", "", ""),
                scope(List.of(Language.SV), "old", "common", "", ""),
                scope(List.of(), "", "", "kaikki", ""),
                scope(List.of(), "", "", "harvoin", ""),
                scope(List.of(Language.FI), "", "", "muinoin", ""),
                scope(List.of(), "", "", "kaikki -muinoin", ""),
                scope(List.of(), "", "", "-kaikki", ""),
                scope(List.of(), "", "", "nowhere", ""),
                scope(List.of(Language.FI), "", "", "ja", ""),
                scope(List.of(), "", "", "kaikki -kaikki", ""),
                scope(List.of(), "", "", "muinoin -harvoin -nowhere", ""),
                scope(List.of(), "", "", "muinoin or harvoin -kaikki", ""),
                scope(List.of(), "", "", "\"kaikki muinoin\" -harvoin", ""),
                scope(List.of(Language.EN, Language.SV), "", "", "muinoin", ""),
                scope(List.of(), "rare", "", "muinoin", ""),
                scope(List.of(), "", "", "", "rare"),
                scope(List.of(Language.EN), "common", "", "muinoin", "rare"),
                scope(List.of(), "", "", "", "rare none"));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void aPageHasTheNewest(Scope scope) {
        var all = sorted(scope);

        assertThat(ids(CATALOGUE.latest(scope, 51))).isEqualTo(all.subList(0, Math.min(51, all.size())));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void pagesBehindEachOtherHaveAll(Scope scope) {
        var all = sorted(scope);
        var start = CATALOGUE.latest(Scope.of(Selection.EVERYTHING), 1).get(0);
        var walked = new ArrayList<Long>();
        var page = CATALOGUE.latest(scope, 200, new Before(start.publishedAt().plusSeconds(1), 0));
        for (var pages = 0; pages < 5 && !page.isEmpty(); pages++) {
            walked.addAll(ids(page));
            page = CATALOGUE.latest(scope, 200, Before.of(page.get(page.size() - 1)));
        }

        assertThat(walked).isEqualTo(all.subList(0, Math.min(1000, all.size())));
    }

    @Test
    void aReleaseIsFoundByItsTopicsAsTheyAreNow() {
        var database = TestDatabase.fresh();
        var releases = new Releases(database.jdbc(), JsonMapper.shared());
        var desk = new NewsDesk(releases, database.transactions(), new MovingClock("2026-11-23T09:00:00Z"));
        var first = scope(List.of(), "liikunta", "", "", "");
        var second = scope(List.of(), "opetus", "", "", "");
        var plain = Drafts.plain("a");
        var id = desk.keep(Drafts.embargoed(plain, Instant.parse("2026-11-23T10:00:00Z")))
                .id();
        assertThat(releases.latest(first.selection(), 9)).isEmpty();

        desk.keep(Drafts.of("a", "a", Language.FI, "Otsikko", "<p>Auki.</p>", Set.of("liikunta")));
        assertThat(ids(releases.latest(first.selection(), 9))).containsExactly(id);
        desk.keep(Drafts.of("a", "a", Language.FI, "Otsikko", "<p>Kiinni.</p>", Set.of("opetus")));
        assertThat(releases.latest(first.selection(), 9)).isEmpty();
        assertThat(ids(releases.latest(second.selection(), 9))).containsExactly(id);
        desk.withdraw(id);
        assertThat(releases.latest(second.selection(), 9)).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM release_tag")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static List<Long> sorted(Scope scope) {
        var criteria = Criteria.of(State.PUBLISHED, scope);
        return DATABASE.jdbc()
                .sql("SELECT id FROM release WHERE " + criteria.sql() + " ORDER BY published_at DESC, id DESC")
                .params(criteria.parameters())
                .query(Long.class)
                .list();
    }

    private static List<Long> ids(List<Release> releases) {
        return releases.stream().map(Release::id).toList();
    }

    private static Scope scope(List<Language> languages, String topics, String areas, String words, String sources) {
        return new Scope(new Selection(languages, list(topics), list(areas), words), list(sources));
    }

    private static List<String> list(String words) {
        return Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
