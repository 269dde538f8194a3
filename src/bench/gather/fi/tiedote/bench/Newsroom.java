package fi.tiedote.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service, as {@code serve} runs it, with the database on board and nobody subscribed. */
record Newsroom(ConfigurableApplicationContext context, JdbcClient database) implements AutoCloseable {
    static Newsroom open(int port, int sources) throws ClassNotFoundException {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--tiedote.data=target/bench-gather/data",
                "--logging.level.root=error",
                "--logging.level.fi.tiedote=error",
                "--logging.level.org=off"));
        for (var source = 0; source < sources; source++) {
            var key = "--tiedote.sources[" + source + "].";
            settings.add(key + "key=" + key(source));
            settings.add(key + "kind=feed");
            settings.add(key + "url=" + FeedServer.url(port, source));
            settings.add(key + "intranet=true");
            settings.add(key + "every=12h");
        }
        var context = SpringApplication.run(Class.forName("fi.tiedote.Tiedote"), settings.toArray(String[]::new));
        return new Newsroom(context, JdbcClient.create(context.getBean(DataSource.class)));
    }

    /** From the first look that begins until the last of them is settled; those whose first look is done are due again. */
    RoundBench.Round look(int documents) throws InterruptedException {
        due(documents);
        while (waiting() == documents) {
            Thread.sleep(1);
        }
        var cpu = Cpu.own() + Cpu.postgres();
        var begin = System.nanoTime();
        while (waiting() > 0) {
            Thread.sleep(25);
        }
        return new RoundBench.Round(
                documents / ((System.nanoTime() - begin) / 1e9),
                (Cpu.own() + Cpu.postgres() - cpu) / documents * 1e6);
    }

    /** The heap in use, in megabytes. */
    double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("unknown")
                .replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        context.close();
    }

    private void due(int documents) {
        database.sql("UPDATE source SET next_due = now() - interval '1 day' WHERE key < :end AND first_import_at IS NOT NULL")
                .param("end", key(documents))
                .update();
    }

    private int waiting() {
        return database.sql("SELECT count(*) FROM source WHERE next_due <= now() OR leased_until > now()")
                .query(Integer.class)
                .single();
    }

    private static String key(int source) {
        return "source-%05d".formatted(source);
    }
}
