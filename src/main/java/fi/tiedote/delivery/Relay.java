package fi.tiedote.delivery;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An SMTP server that takes our letters.
 *
 * @param connections how many couriers of a node work with it at the same time; 1–256
 * @param name what the ledger and the figures call it; host and port unless given
 * @param weight its share of the letters beside other relays; 1–1000
 * @param tokenFile for XOAUTH2, read anew for each connection; replaces the password
 */
public record Relay(
        String host,
        int port,
        Security security,
        @Nullable String username,
        @Nullable String password,
        int connections,
        @Nullable String name,
        int weight,
        Auth auth,
        @Nullable Path tokenFile,
        Pace pace) {

    @ConstructorBinding
    public Relay(
            String host,
            @DefaultValue("25") int port,
            @DefaultValue("none") Security security,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("4") int connections,
            @Nullable String name,
            @DefaultValue("1") int weight,
            @DefaultValue("any") Auth auth,
            @Nullable Path tokenFile,
            @DefaultValue Pace pace) {
        if (host == null || host.isBlank()) {
            throw new IllegalArgumentException("a relay needs a host, such as relay.example.fi");
        }
        within("port", port, 65_535);
        within("connections", connections, 256);
        within("weight", weight, 1_000);
        if (name != null && !name.matches("[A-Za-z0-9][A-Za-z0-9.:_-]{0,99}")) {
            throw new IllegalArgumentException("name " + name + ": letters, digits, dots, colons and hyphens");
        }
        if ((username == null) != (password == null && tokenFile == null)) {
            throw new IllegalArgumentException(
                    "username and password (or token-file) belong together: give both or none");
        }
        if (tokenFile != null && (auth != Auth.XOAUTH2 || password != null)) {
            throw new IllegalArgumentException("token-file is for auth xoauth2, and instead of a password");
        }
        this.host = host.strip().toLowerCase(Locale.ROOT);
        this.port = port;
        this.security = security;
        this.username = username;
        this.password = password;
        this.connections = connections;
        this.name = name;
        this.weight = weight;
        this.auth = auth;
        this.tokenFile = tokenFile;
        this.pace = pace;
    }

    public Relay(
            String host,
            int port,
            Security security,
            @Nullable String username,
            @Nullable String password,
            int connections) {
        this(host, port, security, username, password, connections, null, 1, Auth.ANY, null, Pace.FREE);
    }

    /** The same under a name of its own. */
    public Relay named(String other) {
        return new Relay(host, port, security, username, password, connections, other, weight, auth, tokenFile, pace);
    }

    private static void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(key + " " + value + ": it must be from 1 to " + most);
        }
    }

    /** How the connection is protected. */
    public enum Security {
        NONE,
        /** Plain at first, then TLS; without it, nothing is sent. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    /** How we say who we are. */
    public enum Auth {
        /** Whichever of PLAIN and LOGIN the server offers. */
        ANY,
        PLAIN,
        LOGIN,
        XOAUTH2
    }

    /** For the log; never the password. */
    @Override
    public String toString() {
        return name == null ? host + ":" + port : name;
    }
}
