package fi.tiedote.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The same rows in a table of their own, with the same indexes, deleted by one statement, and dropped. */
class Bare {
    private final JdbcClient jdbc;

    Bare(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void compare(long issue) {
        fill(issue);
        measure("bare DELETE", "DELETE FROM bare");
        fill(issue);
        measure("bare DROP", "DROP TABLE bare");
    }

    private void fill(long issue) {
        jdbc.sql("DROP TABLE IF EXISTS bare").update();
        jdbc.sql("CREATE TABLE bare (LIKE letter INCLUDING ALL)").update();
        jdbc.sql("INSERT INTO bare OVERRIDING SYSTEM VALUE SELECT * FROM letter WHERE issue_id = :issue")
                .param("issue", issue)
                .update();
    }

    private void measure(String name, String statement) {
        var sizes = new Sizes(jdbc);
        var log = sizes.log();
        var begin = System.nanoTime();
        jdbc.sql(statement).update();
        System.out.printf(
                "  %-12s %6.1f s, %4d MB of log%n", name, (System.nanoTime() - begin) / 1e9, sizes.log() - log);
    }
}
