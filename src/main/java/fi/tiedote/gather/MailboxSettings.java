package fi.tiedote.gather;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * A mailbox that releases arrive in.
 *
 * @param security how the connection is protected; NONE only to this machine itself
 * @param done folder that mails are moved to once their release is stored; null leaves them where they are, flagged
 * @param senders addresses, or domains as {@code @example.fi}, whose mails are releases
 * @param trusted the servers whose {@code Authentication-Results} (RFC 8601) tell whether a sender is who it says;
 *     the word none alone takes every sender at its word
 * @param largest a larger mail is not read
 */
public record MailboxSettings(
        String host,
        int port,
        Security security,
        String username,
        String password,
        String folder,
        @Nullable String done,
        List<String> senders,
        List<String> trusted,
        DataSize largest) {
    /** How the connection is protected. */
    public enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    public MailboxSettings(
            @Nullable String host,
            @DefaultValue("0") int port,
            @DefaultValue("tls") Security security,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("INBOX") String folder,
            @Nullable String done,
            @Nullable List<String> senders,
            @Nullable List<String> trusted,
            @DefaultValue("25MB") DataSize largest) {
        this.host = required(host, "host").toLowerCase(Locale.ROOT);
        this.port = port == 0 ? (security == Security.TLS ? 993 : 143) : port;
        this.security = security;
        this.username = required(username, "username");
        this.password = required(password, "password");
        this.folder = folder;
        this.done = done == null || done.isBlank() ? null : done;
        this.senders = lower(senders);
        this.trusted = lower(trusted);
        this.largest = largest;
        check();
    }

    URI url() {
        try {
            return new URI("imap", null, host, port, "/" + folder, null, null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(
                    "a mailbox needs a host such as imap.example.fi, not " + host, impossible);
        }
    }

    boolean trustsAll() {
        return trusted.equals(List.of("none"));
    }

    /** For the log; neither names nor passwords. */
    @Override
    public String toString() {
        return url() + " " + security + " " + done + " " + senders + " " + trusted + " " + largest;
    }

    private void check() {
        require(port > 0 && port < 65_536, "port must be from 1 to 65535");
        require(
                !senders.isEmpty(),
                "senders must name the addresses or domains (@example.fi) whose mails are releases");
        require(
                senders.stream().allMatch(sender -> sender.matches("[^@\\s]*@[^@\\s]+")),
                "senders must be addresses, or domains such as @example.fi");
        require(
                !trusted.isEmpty(),
                "trusted must name the server whose Authentication-Results are to be believed, or be none");
        require(security != Security.NONE || isHere(), "security must be tls or starttls; none only for 127.0.0.1");
        require(!folder.equals(done), "done must be another folder");
        require(largest.toBytes() > 0 && largest.toMegabytes() <= 100, "largest must be at most 100MB");
    }

    private boolean isHere() {
        try {
            return host.matches("localhost|[\\d.]+|\\[.*]")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    private static String required(@Nullable String value, String name) {
        require(value != null && !value.isBlank(), name + " is needed");
        return String.valueOf(value).strip();
    }

    private static List<String> lower(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(value -> value.strip().toLowerCase(Locale.ROOT))
                        .toList();
    }

    private static void require(boolean fulfilled, String demand) {
        if (!fulfilled) {
            throw new IllegalArgumentException("tiedote.sources, mailbox: " + demand);
        }
    }
}
