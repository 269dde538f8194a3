package fi.tiedote.reading;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** Reads texts and feeds as a source in Helsinki would. */
public class Texts {
    private Texts() {}

    static Item item(Path file) throws IOException {
        return item(Files.readString(file), file.getFileName().toString());
    }

    public static Item item(String text, String name) {
        return ((Document) read(text.getBytes(StandardCharsets.UTF_8), name))
                .items()
                .get(0);
    }

    static Reading read(byte[] bytes, String name) {
        return Parser.read(bytes, origin("https://example.org/news/" + name.replace(" ", "%20"), ""));
    }

    static Origin origin(String url, String contentType) {
        return new Origin(URI.create(url), contentType, ZoneId.of("Europe/Helsinki"), null);
    }
}
