package fi.tiedote;

import fi.tiedote.kit.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a free port, as the command starts it, with a database of its own. */
public record RunningTiedote(ConfigurableApplicationContext context) implements AutoCloseable {

    /** @param settings as on the command line */
    public static RunningTiedote start(Path data, String... settings) {
        return start(TestDatabase.fresh(), data, settings);
    }

    public static RunningTiedote start(TestDatabase database, String... settings) {
        return start(
                database, Path.of("target", "data-" + ProcessHandle.current().pid() + "-" + database.name()), settings);
    }

    private static RunningTiedote start(TestDatabase database, Path data, String... settings) {
        var all = Stream.of(new String[] {"--server.port=0", "--tiedote.data=" + data}, database.settings(), settings)
                .flatMap(Stream::of);
        return new RunningTiedote(SpringApplication.run(Tiedote.class, all.toArray(String[]::new)));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
