package fi.tiedote;

import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * The application without its workers and web pages, for a command that needs modules and database. It looks into the
 * database of a Tiedote that is running on the same data, or starts the database for as long as the command takes.
 */
class Desk {
    private final String[] settings;

    Desk(String... settings) {
        this.settings = settings;
    }

    <T> T ask(Function<ApplicationContext, T> question) {
        var application = new SpringApplicationBuilder(Tiedote.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "tiedote.idle=true",
                        "spring.autoconfigure.exclude=org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration",
                        "spring.flyway.enabled=false",
                        "spring.main.log-startup-info=false",
                        "logging.level.fi.tiedote=warn");
        try (var context = application.run(settings)) {
            return question.apply(context);
        }
    }
}
