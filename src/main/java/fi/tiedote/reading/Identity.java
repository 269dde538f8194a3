package fi.tiedote.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What an item is known by, and called by, when its source says too little. */
public class Identity {
    private static final int LONGEST_ID = 500;
    private static final int LONGEST_TITLE = 80;

    private Identity() {}

    /** The source's own id, else its link, else what it says. */
    static String of(@Nullable String id, @Nullable String link, String title, String text) {
        if (id != null && !id.isBlank()) {
            return id.length() <= LONGEST_ID ? id.strip() : hash(id);
        }
        if (link != null && !link.isBlank()) {
            return link.length() <= LONGEST_ID ? link.strip() : hash(link);
        }
        return hash(title + "\n" + text);
    }

    /** @throws IllegalArgumentException when there is nothing to read at all */
    public static String title(String given, String text) {
        var title = given.isBlank() ? firstWords(text) : given;
        if (title.isBlank()) {
            throw new IllegalArgumentException("it has neither title nor text");
        }
        return title;
    }

    public static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String hash(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static String firstWords(String text) {
        if (text.length() <= LONGEST_TITLE) {
            return text;
        }
        var space = text.lastIndexOf(' ', LONGEST_TITLE);
        return text.substring(0, space > 0 ? space : LONGEST_TITLE).strip() + "…";
    }
}
