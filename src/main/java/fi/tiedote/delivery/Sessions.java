package fi.tiedote.delivery;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/** How Angus is told to connect to a relay. */
class Sessions {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    /** RFC 5321 §4.5.3.2.6: ten minutes after the final dot; a shorter wait makes duplicates of slow servers. */
    private static final Duration READ = Duration.ofMinutes(10);

    private static final Duration WRITE = Duration.ofMinutes(5);

    private Sessions() {}

    static Session of(Relay relay, String localhost) {
        var protocol = relay.security() == Relay.Security.TLS ? "mail.smtps." : "mail.smtp.";
        var properties = new Properties();
        properties.put(protocol + "connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.put(protocol + "timeout", Long.toString(READ.toMillis()));
        properties.put(protocol + "writetimeout", Long.toString(WRITE.toMillis()));
        properties.put(protocol + "localhost", localhost);
        properties.put(protocol + "quitwait", "false");
        properties.put(protocol + "auth", Boolean.toString(relay.username() != null));
        properties.put(protocol + "ssl.checkserveridentity", "true");
        var starttls = Boolean.toString(relay.security() == Relay.Security.STARTTLS);
        properties.put(protocol + "starttls.enable", starttls);
        properties.put(protocol + "starttls.required", starttls);
        if (relay.security() != Relay.Security.TLS) {
            properties.put(protocol + "socketFactory", new SwiftSockets());
            properties.put(protocol + "socketFactory.fallback", "false");
        }
        return Session.getInstance(properties);
    }
}
