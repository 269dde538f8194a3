package fi.tiedote.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.RunningTiedote;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoMailboxTests {
    @TempDir
    Path data;

    @Test
    void whereLettersGoToARelayThereIsNoMailbox() throws Exception {
        try (var tiedote =
                RunningTiedote.start(data, "--tiedote.relays[0].host=127.0.0.1", "--tiedote.relays[0].port=1")) {
            for (var path : List.of("/mailbox", "/mailbox/api/messages", "/mailbox/x", "/mailbox/x/html")) {
                var request = HttpRequest.newBuilder(tiedote.at(path)).build();
                assertThat(HttpClient.newHttpClient()
                                .send(request, BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(data.resolve("mailbox")).doesNotExist();
    }
}
