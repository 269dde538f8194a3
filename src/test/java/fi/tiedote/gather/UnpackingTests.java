package fi.tiedote.gather;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.OddServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was packed on its way, whatever it is called, and however large it becomes. */
class UnpackingTests {
    private final Messenger messenger = new Messenger();

    @AfterEach
    void close() throws IOException {
        messenger.close();
    }

    static Stream<Arguments> packed() throws IOException {
        return Stream.of(
                Arguments.of("gzip", gzip(Messenger.TEXT.getBytes(UTF_8))),
                Arguments.of("x-gzip", gzip(Messenger.TEXT.getBytes(UTF_8))),
                Arguments.of("GZIP", gzip(Messenger.TEXT.getBytes(UTF_8))),
                Arguments.of("", gzip(Messenger.TEXT.getBytes(UTF_8))),
                Arguments.of("gzip", Messenger.TEXT.getBytes(UTF_8)),
                Arguments.of("gzip, gzip", gzip(gzip(Messenger.TEXT.getBytes(UTF_8)))),
                Arguments.of("deflate", deflate(false)),
                Arguments.of("deflate", deflate(true)),
                Arguments.of("deflate", gzip(Messenger.TEXT.getBytes(UTF_8))),
                Arguments.of("utf-8", Messenger.TEXT.getBytes(UTF_8)),
                Arguments.of("identity", Messenger.TEXT.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("packed")
    void compressionIsWhatTheBytesAre(String label, byte[] bytes) {
        try (var server = new OddServer(out -> send(out, label, bytes))) {
            assertThat(messenger.text(server.url())).isEqualTo(Messenger.TEXT);
        }
    }

    @Test
    void aGigabyteInAMegabyteIsNotUnpacked() throws IOException {
        var bomb = bomb();
        assertThat(bomb.length).isLessThan(1 << 20);
        try (var once = new OddServer(out -> send(out, "gzip", bomb));
                var twice = new OddServer(out -> send(out, "gzip", gzip(bomb)));
                var often = new OddServer(out -> send(out, "gzip", gzip(gzip(gzip(gzip(bomb))))))) {
            assertThat(messenger.refusal(once.url(), true)).contains("larger than 1 MB");
            assertThat(messenger.refusal(twice.url(), true)).contains("larger than 1 MB");
            assertThat(messenger.refusal(often.url(), true)).contains("compressed more than 3 times");
        }
    }

    private static void send(OutputStream out, String label, byte[] bytes) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: " + label + "\r\n\r\n").getBytes(UTF_8));
        out.write(bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        var zeros = new byte[1 << 20];
        Arrays.fill(zeros, (byte) ' ');
        try (var zip = new GZIPOutputStream(packed)) {
            for (var megabyte = 0; megabyte < 1000; megabyte++) {
                zip.write(zeros);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(boolean bare) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, bare))) {
            zip.write(Messenger.TEXT.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
