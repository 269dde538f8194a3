package fi.tiedote.database;

import fi.tiedote.kit.TestDatabase;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The notifications of a test's database. */
public class Listening {
    private Listening() {}

    /** Not started: listeners come first. */
    public static Notifications to(TestDatabase database) {
        return new Notifications(new ListeningConnection(new Details(database)));
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
