package fi.tiedote.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTests {
    private static final Path PROGRAMS = Path.of("target", "postgresql");

    @TempDir
    private Path data;

    @Test
    void whatWasCommittedIsThereAfterAStopAndAStart() {
        try (var first = EmbeddedPostgres.start(data, PROGRAMS)) {
            jdbc(first).sql("CREATE TABLE note AS SELECT 'kept' AS text").update();
        }
        try (var second = EmbeddedPostgres.start(data, PROGRAMS)) {
            assertThat(text(second)).isEqualTo("kept");
        }
    }

    @Test
    void aSecondInstanceOnTheSameDataIsRefusedAndTold() {
        try (var first = EmbeddedPostgres.start(data, PROGRAMS)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data, PROGRAMS))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContainingAll(data.toString(), "--tiedote.data");
            assertThat(jdbc(first).sql("SELECT 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void theOrphanOfAKilledProcessIsReplacedAndLosesNothing() throws Exception {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShortLived.class.getName(),
                        data.toString(),
                        PROGRAMS.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(killed.inputReader().readLine()).isEqualTo("committed");
        killed.destroyForcibly().waitFor();

        var orphan = PidFile.read(data.resolve("postgres/cluster"));
        assertThat(orphan.isOurs()).as("the server outlives its parent").isTrue();
        try (var next = EmbeddedPostgres.start(data, PROGRAMS)) {
            assertThat(text(next)).isEqualTo("kept");
            assertThat(orphan.isOurs()).as("the orphan was stopped").isFalse();
        }
    }

    @Test
    void aProcessNumberThatBelongsToAnotherProgramIsLeftAlone() throws Exception {
        EmbeddedPostgres.start(data, PROGRAMS).close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        var stale = PidFile.of(data.resolve("postgres/cluster").toAbsolutePath());
        Files.write(stale, List.of(Long.toString(stranger.pid()), "x", "1", "5432", "", "127.0.0.1", "", "ready"));

        try (var next = EmbeddedPostgres.start(data, PROGRAMS)) {
            assertThat(jdbc(next).sql("SELECT 1").query(Integer.class).single()).isEqualTo(1);
            assertThat(stranger.waitFor(10, TimeUnit.MILLISECONDS))
                    .as("the stranger lives")
                    .isFalse();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void theServerIsNeverRoot() throws IOException {
        try (var server = EmbeddedPostgres.start(data, PROGRAMS)) {
            var process = PidFile.read(data.resolve("postgres/cluster")).pid();
            assertThat(ProcessHandle.of(process).flatMap(handle -> handle.info().user()))
                    .get()
                    .isNotEqualTo("root");
            assertThat(jdbc(server).sql("SHOW fsync").query(String.class).single())
                    .isEqualTo("on");
        }
    }

    @Test
    void aCommandJoinsTheServerThatRunsAndLeavesItRunning() {
        try (var server = EmbeddedPostgres.start(data)) {
            EmbeddedPostgres.joinOrStart(data).close();
            assertThat(jdbc(server).sql("SELECT 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void aServerThatDiesUnderARunningTiedoteIsStartedAgainWhereItWas() throws Exception {
        try (var server = EmbeddedPostgres.start(data, PROGRAMS);
                var keeper = Keeper.of(server)) {
            assertThat(keeper).isNotNull();
            jdbc(server).sql("CREATE TABLE note AS SELECT 'kept' AS text").update();
            ProcessHandle.of(PidFile.read(data.resolve("postgres/cluster")).pid())
                    .orElseThrow()
                    .destroyForcibly();
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> text(server)
                    .equals("kept"));
        }
    }

    private static String text(EmbeddedPostgres postgres) {
        return jdbc(postgres).sql("SELECT text FROM note").query(String.class).single();
    }

    private static JdbcClient jdbc(EmbeddedPostgres postgres) {
        return JdbcClient.create(new DriverManagerDataSource(postgres.url(), postgres.username(), postgres.password()));
    }

    /** Starts a server, commits and waits to be killed, or for the end of whoever started it. */
    static class ShortLived {
        public static void main(String[] arguments) throws IOException {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
            jdbc(postgres).sql("CREATE TABLE note AS SELECT 'kept' AS text").update();
            System.out.println("committed");
            System.in.read();
        }
    }
}
