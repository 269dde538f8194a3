package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTests {
    private final UUID node = UUID.randomUUID();

    @TempDir
    Path directory;

    @Test
    void theLastNoteOfALetterCounts() throws IOException {
        try (var journal = Journal.open(directory, node, 1)) {
            journal.onTheWire(letter(1));
            journal.accepted(letter(1));
            journal.onTheWire(letter(2));
            journal.declined(letter(2));
            journal.onTheWire(letter(3));
            assertThat(journal.entries())
                    .extracting(Journal.Entry::id, Journal.Entry::fate)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1L, Journal.Fate.ACCEPTED),
                            org.assertj.core.groups.Tuple.tuple(2L, Journal.Fate.DECLINED),
                            org.assertj.core.groups.Tuple.tuple(3L, Journal.Fate.WIRE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\naccepted 12", "\naccepted 12 1 zz\n", "\naccepted 12 1 0\n", "\0\0\0\0", "ÿ\n\n"})
    void whatWasCutOffOrSpoiltIsNoNoteAndHarmsNoOther(String rubbish) throws IOException {
        Path file;
        try (var journal = Journal.open(directory, node, 1)) {
            journal.accepted(letter(1));
            file = directory.resolve(node + "-1.journal");
        }
        Files.writeString(file, rubbish, StandardOpenOption.APPEND);
        try (var journal = Journal.open(directory, UUID.randomUUID(), 1)) {
            journal.accepted(letter(2));
        }
        for (var journal : Journal.abandoned(directory)) {
            assertThat(journal.entries()).hasSize(1).allMatch(each -> each.fate() == Journal.Fate.ACCEPTED);
            journal.close();
        }
    }

    private static Letter letter(long id) {
        return new Letter(id, 1, 0, 0, 1, 1, "daily", id, "aino@example.org", null, Priority.DIGEST, Instant.EPOCH);
    }
}
