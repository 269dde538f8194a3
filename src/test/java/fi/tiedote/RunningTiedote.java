package fi.tiedote;

import fi.tiedote.kit.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a free port, with a database of its own. */
public class RunningTiedote implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningTiedote(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings as on the command line */
    public static RunningTiedote start(Path data, String... settings) {
        var arguments = Stream.of(
                        Stream.of("--server.port=0", "--tiedote.data=" + data),
                        Stream.of(TestDatabase.fresh().settings()),
                        Stream.of(settings))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return new RunningTiedote(SpringApplication.run(Tiedote.class, arguments));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
