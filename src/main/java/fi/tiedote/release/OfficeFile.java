package fi.tiedote.release;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Tells an office document from other ZIP files by the names in it; nothing is unpacked but a few bytes. */
class OfficeFile {
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_MEDIA_TYPE = 100;

    private OfficeFile() {}

    static Optional<FileType> typeOf(byte[] bytes) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            var names = names(zip);
            return names.stream().anyMatch(OfficeFile::runs) ? Optional.empty() : type(zip, names);
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Set<String> names(ZipFile zip) {
        var names = new HashSet<String>();
        for (var entries = zip.getEntries(); entries.hasMoreElements() && names.size() < MOST_ENTRIES; ) {
            names.add(entries.nextElement().getName());
        }
        return names;
    }

    private static Optional<FileType> type(ZipFile zip, Set<String> names) throws IOException {
        if (names.contains("[Content_Types].xml")) {
            return names.contains("word/document.xml")
                    ? Optional.of(FileType.DOCX)
                    : names.contains("xl/workbook.xml")
                            ? Optional.of(FileType.XLSX)
                            : names.contains("ppt/presentation.xml") ? Optional.of(FileType.PPTX) : Optional.empty();
        }
        var entry = zip.getEntry("mimetype");
        if (entry == null) {
            return Optional.empty();
        }
        try (var stream = zip.getInputStream(entry)) {
            var said = new String(stream.readNBytes(LONGEST_MEDIA_TYPE), US_ASCII).strip();
            return Arrays.stream(FileType.values())
                    .filter(type -> type.mediaType().equals(said))
                    .findFirst();
        }
    }

    private static boolean runs(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("vbaproject")
                || lower.contains("/activex/")
                || lower.startsWith("basic/")
                || lower.startsWith("scripts/");
    }
}
