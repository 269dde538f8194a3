package fi.tiedote.delivery;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An SMTP server that takes our letters.
 *
 * @param connections how many couriers work with it at the same time; 1–256
 */
public record Relay(
        String host,
        int port,
        Security security,
        @Nullable String username,
        @Nullable String password,
        int connections) {

    @ConstructorBinding
    public Relay(
            String host,
            @DefaultValue("25") int port,
            @DefaultValue("none") Security security,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("4") int connections) {
        if (host == null || host.isBlank()) {
            throw new IllegalArgumentException("a relay needs a host, such as relay.example.fi");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + ": it must be from 1 to 65535");
        }
        if (connections < 1 || connections > 256) {
            throw new IllegalArgumentException("connections " + connections + ": it must be from 1 to 256");
        }
        if ((username == null) != (password == null)) {
            throw new IllegalArgumentException("username and password belong together: give both or none");
        }
        this.host = host.strip().toLowerCase(Locale.ROOT);
        this.port = port;
        this.security = security;
        this.username = username;
        this.password = password;
        this.connections = connections;
    }

    /** How the connection is protected. */
    public enum Security {
        NONE,
        /** Plain at first, then TLS; without it, nothing is sent. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    /** For the log; never the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
