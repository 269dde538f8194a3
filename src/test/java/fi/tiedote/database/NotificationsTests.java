package fi.tiedote.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.TestDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationsTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Notifications notifications = Listening.to(database);

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
}
