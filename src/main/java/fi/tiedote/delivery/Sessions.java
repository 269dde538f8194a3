package fi.tiedote.delivery;

import jakarta.mail.Session;
import java.util.Properties;

/** How Angus is told to speak with a relay; the sockets are ours. */
class Sessions {
    private Sessions() {}

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
        return Session.getInstance(properties);
    }
}
