package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommandDeskTests {
    @Test
    void settingsGoToSpringAndOptionsStayWithTheirCommand() {
        var desk = new CommandDesk("serve", "--server.port=9090", "--help", "--tiedote.relays[0].host=mail.example.fi");

        assertThat(desk.settings()).containsExactly("--server.port=9090", "--tiedote.relays[0].host=mail.example.fi");
        assertThat(desk.execute()).isZero();
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        var told = new StringWriter();
        var line = new CommandDesk().commandLine().setErr(new PrintWriter(told));

        assertThat(line.execute("sevre")).isEqualTo(2);
        assertThat(told.toString()).contains("sevre").contains("serve");
    }
}
