package fi.tiedote;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
@ConfigurationPropertiesScan
class Tiedote {

    public static void main(String[] args) {
        SpringApplication.run(Tiedote.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
