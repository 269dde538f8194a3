package fi.tiedote.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the words of a search in the texts of releases, as the search itself does: by their stems. */
@Repository
public class Excerpts {
    /** Control characters, which no text of a release has. */
    private static final char START = '\u0002';

    private static final char STOP = '\u0003';

    private final JdbcClient jdbc;

    public Excerpts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id. Costs the reading of each text: for one page of results. */
    public Map<Long, Excerpt> of(List<Release> releases, String words) {
        var found = new HashMap<Long, Excerpt>();
        jdbc.sql("""
                SELECT id,
                       ts_headline(dictionary, title, query, 'HighlightAll=true,' || marks) AS title,
                       ts_headline(dictionary, text, query,
                                   'MaxFragments=2,MinWords=10,MaxWords=30,FragmentDelimiter=" … ",' || marks) AS text
                  FROM unnest(:ids::bigint[], :dictionaries::regconfig[], :titles::text[], :texts::text[])
                       AS release (id, dictionary, title, text),
                       websearch_to_tsquery(dictionary, :words) AS query,
                       (SELECT 'StartSel=' || chr(2) || ',StopSel=' || chr(3)) AS sign (marks)
                """)
                .param("ids", releases.stream().map(Release::id).toArray(Long[]::new))
                .param("dictionaries", each(releases, release -> Dictionary.of(release.language())))
                .param("titles", each(releases, Release::title))
                .param("texts", each(releases, Excerpts::text))
                .param("words", words)
                .query((row, number) -> found.put(
                        row.getLong("id"), new Excerpt(parts(row.getString("title")), parts(row.getString("text")))))
                .list();
        return found;
    }

    private static String[] each(List<Release> releases, Function<Release, String> part) {
        return releases.stream().map(part).toArray(String[]::new);
    }

    private static String text(Release release) {
        return Jsoup.parseBodyFragment(release.bodyHtml()).text();
    }

    private static List<Excerpt.Part> parts(String marked) {
        var parts = new ArrayList<Excerpt.Part>();
        var rest = marked;
        while (!rest.isEmpty()) {
            var hit = rest.charAt(0) == START;
            var end = rest.indexOf(hit ? STOP : START);
            var stop = end < 0 ? rest.length() : end;
            parts.add(new Excerpt.Part(rest.substring(hit ? 1 : 0, stop), hit));
            rest = rest.substring(hit ? Math.min(rest.length(), stop + 1) : stop);
        }
        return parts;
    }
}
