package fi.tiedote.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** The whole application on a database of its own and with a clock that stands still; its workers rest, tests call them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "tiedote.idle=true",
            "tiedote.data=target/idle",
            "tiedote.sources=",
            "tiedote.native-signing=true",
            "tiedote.newsletters.immediate.urgent-topics=water-and-energy",
            "spring.flyway.enabled=false",
            "spring.autoconfigure.exclude=org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration"
        })
@ContextConfiguration(initializers = IdleTiedote.FreshDatabase.class)
@Import(IdleTiedote.StandingClock.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
public @interface IdleTiedote {
    /** Monday, 9 o'clock in Helsinki. */
    String NOW = "2026-11-23T07:00:00Z";

    class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.fresh();
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "spring.datasource.url=" + database.url(),
                    "spring.datasource.username=" + database.username(),
                    "spring.datasource.password=" + database.password());
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    class StandingClock {
        @Bean
        @Primary
        MovingClock standingClock() {
            return new MovingClock(NOW);
        }
    }
}
