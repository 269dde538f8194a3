package fi.tiedote.mailbox;

import fi.tiedote.delivery.NoRelay;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mailbox for scripts. */
@RestController
@Conditional(NoRelay.class)
class MailboxApi {
    private static final MediaType MESSAGE = MediaType.parseMediaType("message/rfc822");

    private final Mailbox mailbox;

    MailboxApi(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping(path = "/mailbox/api/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Arrival>> messages(@RequestParam(defaultValue = "1000") int limit) throws IOException {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(mailbox.arrivals(0, Math.max(0, limit)));
    }

    @GetMapping("/mailbox/api/messages/{id}.eml")
    ResponseEntity<Resource> message(@PathVariable String id) {
        return mailbox.file(id)
                .map(file -> ResponseEntity.ok()
                        .contentType(MESSAGE)
                        .cacheControl(CacheControl.noStore())
                        .<Resource>body(new FileSystemResource(file)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
