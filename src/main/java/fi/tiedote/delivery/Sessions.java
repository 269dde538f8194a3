package fi.tiedote.delivery;

import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How Angus is told to speak with a relay; the sockets are ours. */
class Sessions {
    private Sessions() {}

    /** The password, or the token as it is now. */
    static @Nullable String secret(Relay relay) throws IOException {
        return relay.tokenFile() == null
                ? relay.password()
                : Files.readString(relay.tokenFile()).strip();
    }

    private static String mechanisms(Relay.Auth auth) {
        return auth == Relay.Auth.ANY ? "PLAIN LOGIN" : auth.name();
    }

    static Session of(Relay relay, String localhost, Cable cable) {
        var starttls = Boolean.toString(relay.security() == Relay.Security.STARTTLS);
        var properties = new Properties();
        properties.put("mail.smtp.localhost", localhost);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(relay.username() != null));
        properties.put("mail.smtp.ssl.socketFactory", cable.layers());
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", starttls);
        properties.put("mail.smtp.starttls.required", starttls);
        properties.put("mail.smtp.auth.mechanisms", mechanisms(relay.auth()));
        return Session.getInstance(properties);
    }
}
