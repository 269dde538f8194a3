package fi.tiedote.bench;

import com.zaxxer.hikari.HikariDataSource;
import fi.tiedote.release.NewsDesk;
import java.net.URI;
import java.util.HashMap;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What feeds cost where they are not kept, and how soon they change; see {@code run}. */
class FeedBench {
    private FeedBench() {}

    public static void main(String[] args) throws Exception {
        try (var context = open()) {
            var releases = Integer.parseInt(option(args, "releases", "1000000"));
            try (var connection = context.getBean(HikariDataSource.class).getConnection()) {
                new Archive(JdbcClient.create(new SingleConnectionDataSource(connection, true))).fill(releases);
            }
            System.out.println(releases + " releases");
            if (args[0].equals("selections")) {
                new SelectionBench(here(context)).measure();
            } else {
                try (var other = OtherNode.start(context.getBean(HikariDataSource.class))) {
                    new FreshnessBench(context.getBean(NewsDesk.class), other.address(), new HashMap<>()).measure();
                }
            }
        }
    }

    private static ConfigurableApplicationContext open() throws ClassNotFoundException {
        return SpringApplication.run(
                Class.forName("fi.tiedote.Tiedote"),
                "--server.port=0",
                "--tiedote.sources=",
                "--tiedote.data=target/bench-feed/data",
                "--logging.level.root=error",
                "--logging.level.fi.tiedote=warn",
                "--logging.level.org.springframework=error");
    }

    private static URI here(ConfigurableApplicationContext context) {
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    private static String option(String[] args, String name, String usual) {
        return Stream.of(args)
                .filter(argument -> argument.startsWith("--" + name + "="))
                .map(argument -> argument.substring(name.length() + 3))
                .findFirst()
                .orElse(usual);
    }
}
