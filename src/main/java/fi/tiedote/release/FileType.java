package fi.tiedote.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kinds of files that are passed on, by their first bytes. Whatever could run in a browser (HTML, SVG, XML) or on a
 * computer (programs, scripts, macros) is none of them.
 */
enum FileType {
    PDF("application/pdf", "pdf", "%PDF-.*"),
    PNG("image/png", "png", "\\x89PNG\\r\\n\\x1A\\n.*"),
    JPEG("image/jpeg", "jpg", "\\xFF\\xD8\\xFF.*"),
    GIF("image/gif", "gif", "GIF8[79]a.*"),
    WEBP("image/webp", "webp", "RIFF.{4}WEBP.*"),
    AVIF("image/avif", "avif", ".{4}ftypavi[fs].*"),
    MP4("video/mp4", "mp4", ".{4}ftyp(?:isom|iso[2-6]|mp4[12]|avc1|M4V |dash).*"),
    M4A("audio/mp4", "m4a", ".{4}ftypM4A .*"),
    MP3("audio/mpeg", "mp3", "(?:ID3[\\x02-\\x04]|\\xFF[\\xFB\\xF3\\xF2]).*"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", ""),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", ""),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", ""),
    ODT("application/vnd.oasis.opendocument.text", "odt", ""),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods", ""),
    ODP("application/vnd.oasis.opendocument.presentation", "odp", ""),
    CALENDAR("text/calendar", "ics", "(?:\\xEF\\xBB\\xBF)?BEGIN:VCALENDAR\\r?\\n.*"),
    TEXT("text/plain", "txt", "");

    private static final int GLANCE = 1024;
    private static final String ZIP = "PK\u0003\u0004";
    private static final Pattern MARKUP = Pattern.compile("<\\s*[!?/a-zA-Z]");

    private final String mediaType;
    private final String ending;
    private final Pattern start;

    FileType(String mediaType, String ending, String start) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.start = Pattern.compile(start, Pattern.DOTALL);
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }

    boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    static Optional<FileType> of(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, GLANCE), ISO_8859_1);
        if (start.startsWith(ZIP)) {
            return OfficeFile.typeOf(bytes);
        }
        return Arrays.stream(values())
                .filter(type -> !type.start.pattern().isEmpty())
                .filter(type -> type.start.matcher(start).matches())
                .findFirst()
                .or(() -> isText(bytes) ? Optional.of(TEXT) : Optional.empty());
    }

    /** UTF-8 without markup, without a script's first line and without control characters. */
    private static boolean isText(byte[] bytes) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return !text.isBlank()
                    && !text.startsWith("#!")
                    && !MARKUP.matcher(text).find()
                    && text.chars().noneMatch(character -> character < ' ' && !Character.isWhitespace(character));
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
