package fi.tiedote.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.MovingClock;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostTests {
    private static final Session SESSION = Session.getInstance(new Properties());

    @TempDir
    Path directory;

    @Test
    void aLetterToAnybodyIsKeptByteForByte() throws Exception {
        var message = new MimeMessage(
                SESSION,
                new ByteArrayInputStream(String.join(
                                "\r\n",
                                "Subject: =?UTF-8?Q?=C3=84?=",
                                " =?UTF-8?Q?iti?=",
                                "X-Odd:no space",
                                "Received: from elsewhere",
                                "Message-ID: <1@example.fi>",
                                "",
                                ".",
                                "..two dots",
                                "trailing space ",
                                "",
                                "")
                        .getBytes(StandardCharsets.US_ASCII)));
        var pile = new Pile(directory, 10, new MovingClock("2026-11-23T09:00:00Z"));
        try (var post = LocalPost.open(pile)) {
            send(post, message, "aino@example.org");
            send(post, message, "bo@example.net");
        }

        var sent = new ByteArrayOutputStream();
        message.writeTo(sent);
        assertThat(pile.ids()).hasSize(2);
        assertThat(Files.readAllBytes(pile.find(pile.ids().get(0)).orElseThrow()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(sent.toString(StandardCharsets.UTF_8));
    }

    private static void send(LocalPost post, MimeMessage message, String recipient) throws Exception {
        try (Transport transport = SESSION.getTransport("smtp")) {
            transport.connect(LocalPost.ADDRESS, post.port(), null, null);
            transport.sendMessage(message, new InternetAddress[] {new InternetAddress(recipient)});
        }
    }
}
