package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.city.Phrases;
import fi.tiedote.database.Notifications;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Vocabulary;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

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
    Printer feedPrinter(Releases releases, City city, Vocabulary vocabulary, Phrases phrases, Clock clock) {
        var links = new Links(city);
        var wording = new Wording(city, vocabulary, phrases);
        var writers = new FeedWriters(
                new RssWriter(links, wording),
                new AtomWriter(links, wording),
                new JsonWriter(links, wording, JsonMapper.shared()),
                new NinjsWriter(links, wording, JsonMapper.shared()));
        return new Printer(releases, writers, links, clock);
    }

    @Bean
    Editions feedEditions(Printer printer, Clock clock, Notifications notifications) {
        var editions = new Editions(printer, clock);
        notifications.on("release", any -> editions.outdate());
        return editions;
    }

    @Bean
    FilterRegistrationBean<FeedFilter> feedFilter(
            Editions editions, Vocabulary vocabulary, City city, Phrases phrases, Clock clock) {
        var directory = new Opml(new Links(city), new Wording(city, vocabulary, phrases)).write();
        var filter = new FeedFilter(editions, vocabulary, new Edition(directory, clock.instant()));
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/feeds/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
