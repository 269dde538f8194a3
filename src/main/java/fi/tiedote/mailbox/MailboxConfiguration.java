package fi.tiedote.mailbox;

import fi.tiedote.delivery.NoRelay;
import fi.tiedote.delivery.Relay;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Conditional(NoRelay.class)
class MailboxConfiguration {
    private static final int KEPT = 10_000;
    private static final int CONNECTIONS = 4;

    @Bean
    Pile pile(@Value("${tiedote.data}") Path data, Clock clock) {
        return new Pile(data.resolve("mailbox"), KEPT, clock);
    }

    @Bean
    LocalPost localPost(Pile pile) {
        return LocalPost.open(pile);
    }

    @Bean
    Relay relayOfThisMachine(LocalPost post) {
        return new Relay(LocalPost.ADDRESS, post.port(), Relay.Security.NONE, null, null, CONNECTIONS).named("mailbox");
    }
}
