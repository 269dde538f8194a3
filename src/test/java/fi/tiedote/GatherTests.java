package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatherTests {
    private static final String FEED =
            "<rss version=\"2.0\"><channel><title>Museo</title><item><guid>1</guid><title>Eka</title></item></channel></rss>";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aStoppedSourceIsLookedAtWhenSomebodyWantsItAndToldInItsHealth() {
        var database = TestDatabase.fresh();
        try (var server = new FakeSource()) {
            server.answers(410, "", Map.of()).answers(FEED);
            var settings = settings(database, server);

            assertThat(execute(settings, "gather", "museum")).isEqualTo(1);
            assertThat(err.toString())
                    .contains("gather: source museum (" + server.url() + "): it is gone for good (410)");
            assertThat(execute(settings, "gather", "--health", "museum")).isZero();
            assertThat(out.toString()).contains("\"source\":\"museum\"", "\"state\":\"stopped\"", "\"failures\":1");

            assertThat(execute(settings, "gather", "--now", "museum")).isZero();
            assertThat(err.toString()).contains("1 new, 0 corrected, 0 unchanged; next look at ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--now", "--dry-run", "--now --dry-run museum", "--health --now museum", "--later museum"})
    void whatMakesNoSenseIsWrongUsage(String arguments) {
        var words = Stream.concat(
                Stream.of("gather"), Stream.of(arguments.split(" ", -1)).filter(word -> !word.isEmpty()));

        assertThat(execute(new String[0], words.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: tiedote gather");
    }

    private static String[] settings(TestDatabase database, FakeSource server) {
        return Stream.concat(
                        Stream.of(database.settings()),
                        Stream.of(
                                "--tiedote.sources[0].key=museum",
                                "--tiedote.sources[0].kind=feed",
                                "--tiedote.sources[0].url=" + server.url(),
                                "--tiedote.sources[0].intranet=true"))
                .toArray(String[]::new);
    }

    private int execute(String[] settings, String... command) {
        return new CommandDesk(settings)
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(command);
    }
}
