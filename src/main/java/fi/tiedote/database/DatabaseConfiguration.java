package fi.tiedote.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("tiedote.idle")
    static class ForACommand {
        @Bean
        DatabaseOnDemand dataSource(Environment settings) {
            return new DatabaseOnDemand(settings);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "tiedote.idle", havingValue = false, matchIfMissing = true)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "never given")
    static class OnBoard {
        @Bean
        EmbeddedPostgres embeddedPostgres(@Value("${tiedote.data}") Path data) {
            return EmbeddedPostgres.start(data);
        }

        @Bean(destroyMethod = "close")
        Keeper keeper(EmbeddedPostgres postgres) {
            return Keeper.of(postgres);
        }

        /** The pool is made from it, and so is closed before the server stops. */
        @Bean
        JdbcConnectionDetails ownDatabase(EmbeddedPostgres postgres) {
            return new OwnDatabase(postgres);
        }
    }

    @Bean
    FlywayMigrationStrategy migrateWhenTheDatabaseIsThere(Environment environment) {
        return flyway -> {
            new Presence(flyway.getConfiguration().getDataSource(), environment).await();
            flyway.migrate();
        };
    }

    private record OwnDatabase(EmbeddedPostgres postgres) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return postgres.username();
        }

        @Override
        public String getPassword() {
            return postgres.password();
        }

        @Override
        public String getJdbcUrl() {
            return postgres.url();
        }
    }
}
