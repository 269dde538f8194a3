package fi.tiedote.database;

import fi.tiedote.kit.TestDatabase;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The notifications of a test's database. */
public class Listening {
    private Listening() {}

    /** Not started: listeners come first. */
    public static Notifications to(TestDatabase database) {
        return new Notifications(new ListeningConnection(provided(new Details(database))), false);
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
