package fi.tiedote.gather;

import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

/** A site that is found out about. */
class Site implements AutoCloseable {
    private static final String NOW = "2026-11-23T09:00:00Z";

    final FakeSource server = new FakeSource();

    private final Newsroom newsroom;

    Site() {
        this(server -> new SourceSettings[0]);
    }

    /** @param sources that are gathered already */
    Site(Function<FakeSource, SourceSettings[]> sources) {
        this.newsroom = newsroom(sources.apply(server));
    }

    @Override
    public void close() throws IOException {
        newsroom.close();
        server.close();
    }

    Discovered discover(String path) {
        return discover(path, true);
    }

    Discovered discover(String path, boolean intranet) {
        return newsroom.discovery.discover(server.url().resolve(path), intranet);
    }

    /** Its first page. */
    void page(String head, String body) {
        server.shows(
                "/",
                "text/html; charset=utf-8",
                "<!doctype html><html lang=fi><head><title>Esimerkkilä</title>" + head + "</head><body>" + body);
    }

    static Newsroom newsroom(SourceSettings... sources) {
        return new Newsroom(TestDatabase.fresh(), new MovingClock(NOW), sources);
    }

    /** The settings of lines that were proposed. */
    static SourceSettings[] pasted(String yaml) {
        try {
            var lines = new YamlPropertySourceLoader()
                    .load("pasted", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
            var sources = new MutablePropertySources();
            lines.forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind("tiedote", SourceList.class)
                    .get()
                    .sources()
                    .toArray(SourceSettings[]::new);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
