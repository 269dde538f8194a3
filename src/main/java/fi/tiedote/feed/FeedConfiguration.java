package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.city.Phrases;
import fi.tiedote.database.Notifications;
import fi.tiedote.release.Catalogue;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Vocabulary;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    @Bean
    Links feedLinks(City city) {
        return new Links(city);
    }

    @Bean
    Topics feedTopics(City city, Vocabulary vocabulary) {
        return new Topics(city, vocabulary);
    }

    @Bean
    Press feedPress(
            Releases releases, Catalogue catalogue, City city, Vocabulary vocabulary, Phrases phrases, Clock clock) {
        return new Press(releases, catalogue, new Wording(city, vocabulary, phrases), clock);
    }

    @Bean
    Printer feedPrinter(Press press, City city) {
        return press.printer(new Links(city));
    }

    @Bean
    Editions feedEditions(Printer printer, Clock clock) {
        return new Editions(printer, clock);
    }

    @Bean
    Foreman feedForeman(
            Editions editions,
            Releases releases,
            @Qualifier("feedDesk") ExecutorService desk,
            @Qualifier("feedPrinters") ExecutorService printers,
            Notifications notifications) {
        var foreman = new Foreman(editions, releases, desk, printers);
        notifications.on("release", foreman::hear);
        return foreman;
    }

    /** A command that is soon over has no readers, and may need no database. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> feedRehearsal(
            Foreman foreman, @Value("${tiedote.idle:false}") boolean idle) {
        return ready -> {
            if (!idle) {
                foreman.rehearse();
            }
        };
    }

    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ExecutorService feedDesk() {
        return Executors.newSingleThreadExecutor(daemons("feed-desk-"));
    }

    /** Some presses are left to readers. */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ExecutorService feedPrinters() {
        var processors = Runtime.getRuntime().availableProcessors();
        return Executors.newFixedThreadPool(Math.min(Editions.PRESSES - 1, processors), daemons("feed-printer-"));
    }

    private static ThreadFactory daemons(String name) {
        var factory = new CustomizableThreadFactory(name);
        factory.setDaemon(true);
        return factory;
    }

    @Bean
    FilterRegistrationBean<FeedFilter> feedFilter(
            Editions editions, Vocabulary vocabulary, City city, Phrases phrases, Clock clock) {
        var directory = new Opml(new Links(city), new Wording(city, vocabulary, phrases)).write();
        var filter = new FeedFilter(
                editions, vocabulary, new Edition(Opml.MEDIA_TYPE, directory, clock.instant(), "", Footprint.NONE));
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/feeds/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> feedKiosk(Editions editions) {
        return factory -> factory.addServerCustomizers(server -> new Kiosk(editions).standIn(server));
    }

    @Bean
    FilterRegistrationBean<PrivateFilter> privateFeedFilter(
            Accreditation accreditation,
            ReadingCount readings,
            Press press,
            City city,
            Vocabulary vocabulary,
            Clock clock) {
        var registration = new FilterRegistrationBean<>(
                new PrivateFilter(accreditation, readings, new PrivateFeeds(press, city, vocabulary), clock));
        registration.addUrlPatterns(Accreditation.FOLDER + "*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
