package fi.tiedote.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.TestDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

class NotificationsTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Notifications notifications =
            new Notifications(new ListeningConnection(provided(new Details(database))), false);

    @BeforeEach
    void listen() {
        notifications.on("release", payload -> {
            throw new IllegalStateException("a listener with a fault");
        });
        notifications.on("release", heard::add);
        notifications.start();
        await().until(() -> heard.contains(""));
    }

    @AfterEach
    void stop() {
        notifications.stop();
    }

    @Test
    void whatACommittedTransactionSaidIsHeardEvenBehindAListenerThatFails() {
        tell("42");
        await().untilAsserted(() -> assertThat(heard).containsExactly("", "42"));
    }

    @Test
    void aConnectionThatBreaksIsReplacedAndEverybodyLooksAgain() {
        database.jdbc()
                .sql(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tiedote notifications' AND datname = current_database()")
                .query(Boolean.class)
                .list();
        await().untilAsserted(() -> assertThat(heard).containsExactly("", ""));
        tell("43");
        await().untilAsserted(() -> assertThat(heard).containsExactly("", "", "43"));
    }

    private void tell(String payload) {
        database.jdbc()
                .sql("SELECT pg_notify('release', :payload)")
                .param("payload", payload)
                .query((row, number) -> payload)
                .list();
    }

    private static ObjectProvider<JdbcConnectionDetails> provided(JdbcConnectionDetails details) {
        return new ObjectProvider<>() {
            @Override
            public Stream<JdbcConnectionDetails> stream() {
                return Stream.of(details);
            }
        };
    }

    private record Details(TestDatabase database) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return database.username();
        }

        @Override
        public String getPassword() {
            return database.password();
        }

        @Override
        public String getJdbcUrl() {
            return database.url();
        }
    }
}
