package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class IssuesTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aLineForEachIssueSaysWhereItsLettersAre() {
        twoIssues();

        assertThat(execute("issues")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"id\":2,\"newsletter\":\"daily\",\"occasion\":\"2026-11-23\",\"accepted\":1,\"deferred\":0,"
                                + "\"refused\":0,\"in_doubt\":1,\"cancelled\":0,\"queued\":0,\"claimed\":0,\"audience\":2,"
                                + "\"per_second\":0.0,\"seconds_left\":0}",
                        "{\"id\":1,\"newsletter\":\"daily\",\"occasion\":\"2026-11-22\",\"accepted\":0,\"deferred\":0,"
                                + "\"refused\":0,\"in_doubt\":0,\"cancelled\":0,\"queued\":0,\"claimed\":0,\"audience\":0,"
                                + "\"per_second\":0.0,\"seconds_left\":0}");
    }

    @Test
    void lettersInDoubtAreCountedAsAcceptedWhenSomebodySaysSo() {
        twoIssues();

        assertThat(execute("issues", "--count-accepted", "2")).isZero();
        assertThat(execute("issues", "--limit", "1")).isZero();
        assertThat(out.toString()).startsWith("{\"letters\":1}").contains("\"accepted\":2", "\"in_doubt\":0");
    }

    @Test
    void lettersInDoubtAreSentAgainWhenSomebodySaysSo() {
        twoIssues();

        assertThat(execute("issues", "--send-again", "2")).isZero();
        assertThat(out.toString().strip()).isEqualTo("{\"letters\":1}");
        assertThat(database.jdbc()
                        .sql("SELECT subscriber FROM letter WHERE due_at <= now()")
                        .query(Long.class)
                        .list())
                .containsExactly(2L);
    }

    @Test
    void anIssueWithoutLettersInDoubtIsSaidToHaveNone() {
        assertThat(execute("issues", "--send-again", "4711")).isEqualTo(1);
        assertThat(err.toString()).contains("issue 4711 has no letters in doubt");
    }

    @Test
    void oneDecisionAtATime() {
        assertThat(execute("issues", "--send-again", "2", "--count-accepted", "2"))
                .isEqualTo(2);
    }

    private void twoIssues() {
        database.jdbc().sql("""
                INSERT INTO issue (newsletter, occasion, priority, created_at)
                VALUES ('daily', '2026-11-22', 3, now()), ('daily', '2026-11-23', 3, now());
                INSERT INTO edition (issue_id, key, plate) VALUES (2, 'fi', '');
                INSERT INTO letter (issue_id, edition_id, newsletter, subscriber, address, priority, state, queued_at)
                VALUES (2, 1, 'daily', 1, 'a@example.org', 3, 'ACCEPTED', now()),
                       (2, 1, 'daily', 2, 'b@example.org', 3, 'IN_DOUBT', now())
                """).update();
    }

    @Test
    void aLimitMustMakeSense() {
        assertThat(execute("issues", "--limit", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--limit 0: it must be from 1 to 10000");
    }

    private int execute(String... command) {
        return new CommandDesk(database.settings())
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(command);
    }
}
