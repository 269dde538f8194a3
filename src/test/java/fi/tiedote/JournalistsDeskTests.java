package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JournalistsDeskTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anAddressIsToldOnceListedWithoutItAndTakenBack() {
        assertThat(execute("journalists", "add", "Aino Esimerkki")).isZero();
        var added = JsonMapper.shared().readTree(out.toString());
        var token = added.get("address").asString().replaceFirst(".*/private/(.+)/$", "$1");
        out.getBuffer().setLength(0);

        assertThat(token).hasSize(43);
        assertThat(execute("journalists", "list")).isZero();
        assertThat(out.toString())
                .contains("Aino Esimerkki", "\"revoked\":null")
                .doesNotContain(token);
        assertThat(execute("journalists", "revoke", added.get("id").toString())).isZero();
        assertThat(execute("journalists", "revoke", "99")).isEqualTo(1);
        assertThat(err.toString()).contains("none with the id 99");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(execute("journalists")).isEqualTo(2);
        assertThat(execute("journalists", "add")).isEqualTo(2);
        assertThat(execute("journalists", "add", " ")).isEqualTo(2);
    }

    private int execute(String... command) {
        return new CommandDesk(database.settings())
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(command);
    }
}
