package fi.tiedote.city;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class CityConfiguration {
    /** Spring Boot's own reads from the class path only; these files are the installation's to edit. */
    @Bean
    MessageSource messageSource(Environment settings) {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("file:" + settings.getRequiredProperty("tiedote.home") + "/templates/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
