package fi.tiedote;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.micrometer.metrics.autoconfigure.logging.logback.LogbackMetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application: started by a command, never by itself. */
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        // Its filter is asked for every debug line that nobody wants, of which each request has many.
        exclude = LogbackMetricsAutoConfiguration.class)
@ConfigurationPropertiesScan
class Tiedote {

    public static void main(String[] args) {
        var exit = new CommandDesk(args).execute();
        if (exit != Serve.SERVING) {
            System.exit(exit);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
