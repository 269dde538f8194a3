package fi.tiedote;

import fi.tiedote.kit.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a free port, as the command starts it. */
public record RunningTiedote(ConfigurableApplicationContext context) implements AutoCloseable {

    public static RunningTiedote start(TestDatabase database, String... settings) {
        var data = Path.of("target", "data-" + database.name());
        var all = Stream.of(database.settings(), settings, new String[] {"--server.port=0", "--tiedote.data=" + data})
                .flatMap(Stream::of);
        return new RunningTiedote(SpringApplication.run(Tiedote.class, all.toArray(String[]::new)));
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
