package fi.tiedote.release;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A file that came with a release and is of a kind that may be passed on. */
public class KeptFile {
    /** Larger ones are not kept. */
    public static final int LARGEST = 20 << 20;

    private static final int LONGEST_NAME = 120;

    private final byte[] bytes;
    private final FileType type;
    private final String hash;

    private KeptFile(byte[] bytes, FileType type) {
        this.bytes = bytes;
        this.type = type;
        this.hash = hash(bytes);
    }

    /** Empty for what is too large, or of a kind that is not passed on; the bytes tell, not the name. */
    public static Optional<KeptFile> of(byte[] bytes) {
        return bytes.length > LARGEST
                ? Optional.empty()
                : FileType.of(bytes).map(type -> new KeptFile(bytes.clone(), type));
    }

    public boolean isPicture() {
        return type.isPicture();
    }

    /** @param name what people shall read: a picture's text alternative, or the name of the file */
    public Attachment attachment(String name) {
        var shown = Legible.line(name);
        return new Attachment(
                URI.create(Attachment.KEPT + ":" + name()),
                type.mediaType(),
                bytes.length,
                shown.length() > LONGEST_NAME && !isPicture() ? shown.substring(shown.length() - LONGEST_NAME) : shown,
                "");
    }

    String hash() {
        return hash;
    }

    /** What it is called in addresses. */
    String name() {
        return hash + "." + type.ending();
    }

    String mediaType() {
        return type.mediaType();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
