package fi.tiedote.delivery;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same rows in a table of their own, with the same indexes, deleted by one statement, and dropped. */
class Bare {
    private final DataSource source;

    Bare(DataSource source) {
        this.source = source;
    }

    void compare(long issue) {
        fill(issue);
        Measured.print("bare DELETE", source, own -> own.sql("DELETE FROM bare").update());
        fill(issue);
        Measured.print("bare DROP", source, own -> own.sql("DROP TABLE bare").update());
    }

    private void fill(long issue) {
        var jdbc = JdbcClient.create(source);
        jdbc.sql("DROP TABLE IF EXISTS bare").update();
        jdbc.sql("CREATE TABLE bare (LIKE letter INCLUDING ALL)").update();
        jdbc.sql("INSERT INTO bare OVERRIDING SYSTEM VALUE SELECT * FROM letter WHERE issue_id = :issue")
                .param("issue", issue)
                .update();
    }
}
