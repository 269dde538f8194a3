package fi.tiedote.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Opens connections outside of the pool, which would take a waiting one for a leak. */
@Component
class ListeningConnection {
    private final ObjectProvider<JdbcConnectionDetails> configured;

    ListeningConnection(ObjectProvider<JdbcConnectionDetails> configured) {
        this.configured = configured;
    }

    Connection open() throws SQLException {
        var database = configured.getObject();
        var properties = new Properties();
        set(properties, "user", database.getUsername());
        set(properties, "password", database.getPassword());
        properties.setProperty("ApplicationName", "tiedote notifications");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private static void set(Properties properties, String key, @Nullable String value) {
        if (value != null) {
            properties.setProperty(key, value);
        }
    }
}
