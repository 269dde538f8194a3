package fi.tiedote.delivery;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a courier writes into its journal while it works, if it has one; a full disk is told once and stops nobody. */
class Notes {
    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

    private final @Nullable Journal journal;
    private boolean broken;

    Notes(@Nullable Journal journal) {
        this.journal = journal;
    }

    void onTheWire(Letter letter) {
        write(() -> open().onTheWire(letter));
    }

    void declined(Letter letter) {
        write(() -> open().declined(letter));
    }

    /** @return false when the ledger has to be told at once, since nothing else would know */
    boolean accepted(Letter letter) {
        return write(() -> open().accepted(letter));
    }

    private Journal open() throws IOException {
        if (journal == null) {
            throw new IOException("there is none");
        }
        return journal;
    }

    private boolean write(Line line) {
        if (journal == null) {
            return true;
        }
        try {
            line.write();
            broken = false;
            return true;
        } catch (IOException e) {
            if (!broken) {
                LOG.error(
                        "the journal in data/courier cannot be written ({}): is the disk full? Until then, the database is told of each letter",
                        e.getMessage());
            }
            broken = true;
            return false;
        }
    }

    private interface Line {
        void write() throws IOException;
    }
}
