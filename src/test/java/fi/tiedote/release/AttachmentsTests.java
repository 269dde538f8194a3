package fi.tiedote.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AttachmentsTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final Attachments attachments = new Attachments(database.jdbc(), database.transactions(), clock);
    private final Releases releases = new Releases(database.jdbc(), JsonMapper.shared());
    private final NewsDesk desk = new NewsDesk(releases, database.transactions(), clock);

    @Test
    void aLargeFileComesBackAsItWas() throws IOException {
        var bytes = new byte[1_000_000];
        new Random(7).nextBytes(bytes);
        System.arraycopy("%PDF-1.7\n".getBytes(UTF_8), 0, bytes, 0, 9);
        var file = KeptFile.of(bytes).orElseThrow();

        attachments.keep(file);
        attachments.keep(KeptFile.of(bytes).orElseThrow());

        assertThat(copy(file.attachment("Liite.pdf").hash())).isEqualTo(bytes);
    }

    @Test
    void whatNoReleaseNamesIsDroppedAfterADay() throws IOException {
        var named = KeptFile.of("%PDF-1.7 named".getBytes(UTF_8)).orElseThrow();
        var loose = KeptFile.of("%PDF-1.7 loose".getBytes(UTF_8)).orElseThrow();
        var withdrawn = KeptFile.of("%PDF-1.7 withdrawn".getBytes(UTF_8)).orElseThrow();
        List.of(named, loose, withdrawn).forEach(attachments::keep);
        desk.keep(with(named, "named"));
        desk.withdraw(desk.keep(with(withdrawn, "withdrawn")).id());

        attachments.dropLoose();
        assertThat(copy(loose.hash())).isNotEmpty();

        clock.advance(Duration.ofHours(25));
        attachments.dropLoose();
        assertThat(copy(named.hash())).isNotEmpty();
        assertThat(copy(loose.hash())).isEmpty();
        assertThat(copy(withdrawn.hash())).isEmpty();

        attachments.keep(loose);
        assertThat(copy(loose.hash())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        %PDF-1.4                 | application/pdf
        GIF89a                   | image/gif
        ÿØÿà                     | image/jpeg
        RIFF0000WEBPVP8          | image/webp
        Aikataulu, ma-pe klo 8   | text/plain
        """)
    void theFirstBytesTellTheType(String start, String type) {
        var bytes = (start + "\n").getBytes(type.equals("text/plain") ? UTF_8 : ISO_8859_1);

        assertThat(KeptFile.of(bytes).map(KeptFile::mediaType)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>Hei",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "\u00ef\u00bb\u00bf<html>",
                "text first <script>alert(1)</script>",
                "<?xml version='1.0'?><x/>",
                "#!/bin/sh\nrm x",
                "MZ\u0090\u0000\u0003",
                "\u007fELF\u0002\u0001",
                "PK\u0003\u0004 and no more",
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                "   "
            })
    void whatCouldRunIsNeverKept(String content) {
        assertThat(KeptFile.of(content.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void officeDocumentsAreKeptAndThoseWithMacrosAreNot() throws IOException {
        assertThat(KeptFile.of(zip("[Content_Types].xml", "word/document.xml")).map(KeptFile::mediaType))
                .hasValueSatisfying(type -> assertThat(type).endsWith("wordprocessingml.document"));
        assertThat(KeptFile.of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(KeptFile.of(zip("any.txt"))).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotKept() {
        var bytes = new byte[KeptFile.LARGEST + 1];
        Arrays.fill(bytes, (byte) 'a');

        assertThat(KeptFile.of(bytes)).isEmpty();
    }

    private byte[] copy(String hash) throws IOException {
        var out = new ByteArrayOutputStream();
        attachments.copy(hash, out);
        return out.toByteArray();
    }

    private static Draft with(KeptFile file, String item) {
        return Drafts.attached(Drafts.plain(item), file.attachment(item + ".pdf"));
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }
}
