package fi.tiedote.journey;

import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Node;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a resident finds in the mailbox of the machine. */
record Mailbox(Node node) {

    /** Newest first. */
    List<Entry> letters(String to) {
        var all = JsonMapper.shared()
                .readValue(node.get("/mailbox/api/messages").body(), new TypeReference<List<Entry>>() {});
        return all.stream().filter(entry -> entry.to().equals(to)).toList();
    }

    /** Waits until somebody has so many letters. */
    Entry newest(String to, int letters) {
        await().atMost(Duration.ofSeconds(10)).until(() -> letters(to).size() == letters);
        return letters(to).get(0);
    }

    MimeMessage open(Entry entry) throws MessagingException {
        var source = node.get("/mailbox/api/messages/" + entry.id() + ".eml").body();
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
    }

    record Entry(String id, String to, String from, String subject, String received) {}
}
