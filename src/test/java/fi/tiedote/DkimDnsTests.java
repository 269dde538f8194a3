package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DkimDnsTests {
    /** RFC 8463, appendix A.2: the secret, and in A.3 what the DNS has. */
    private static final String SECRET = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    private static final String PUBLISHED = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    @TempDir
    Path directory;

    @Test
    void theRecordOfAKeyNeedsNoDatabase() throws Exception {
        var key = Files.writeString(
                directory.resolve("dkim.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + SECRET + "\n-----END PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        var out = new StringWriter();
        var exit = new CommandDesk(
                        "--tiedote.data=" + directory.resolve("data"),
                        "--tiedote.dkim[0].domain=football.example.com",
                        "--tiedote.dkim[0].selector=brisbane",
                        "--tiedote.dkim[0].key=" + key,
                        "--tiedote.dkim[0].from=2027-01-11")
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("dkim-dns");

        assertThat(exit).isZero();
        assertThat(out.toString().strip())
                .isEqualTo("brisbane._domainkey.football.example.com. IN TXT ( \"v=DKIM1; k=ed25519; p=" + PUBLISHED
                        + "\" )");
        assertThat(directory.resolve("data/postgres")).doesNotExist();
    }
}
