package fi.tiedote.release;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The files that came with releases, each kept once. */
@Repository
public class Attachments {
    private static final int PIECE = 256 * 1024;
    private static final int BATCH = 200;
    /** A file is kept before the release that names it. */
    private static final Duration MAY_BE_LOOSE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    public Attachments(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The same bytes again only prove that they are still needed. */
    public void keep(KeptFile file) {
        transactions.executeWithoutResult(transaction -> {
            if (isNew(file)) {
                write(file);
            }
        });
    }

    /** Passes a file on, one piece in memory at a time. */
    public void copy(String hash, OutputStream out) throws IOException {
        for (var number = 0; ; number++) {
            var piece = piece(hash, number);
            if (piece.isEmpty()) {
                return;
            }
            out.write(piece.get());
        }
    }

    /** Deletes files that no release names, or only withdrawn ones. */
    void dropLoose() {
        var dropped = jdbc.sql("""
                DELETE FROM attachment_file
                 WHERE hash IN (SELECT hash FROM attachment_file AS file
                                 WHERE kept_at < :before
                                   AND NOT EXISTS (SELECT FROM release
                                                    WHERE state <> 'WITHDRAWN' AND attachments <> '[]'
                                                      AND attachments @> jsonb_build_array(jsonb_build_object(
                                                          'url', 'kept:' || file.name)))
                                 ORDER BY kept_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                   AND kept_at < :before
                """)
                .param("before", clock.instant().minus(MAY_BE_LOOSE).atOffset(ZoneOffset.UTC))
                .param("limit", BATCH)
                .update();
        if (dropped == BATCH) {
            dropLoose();
        }
    }

    private boolean isNew(KeptFile file) {
        return jdbc.sql("""
                INSERT INTO attachment_file (hash, name, type, bytes, kept_at)
                VALUES (:hash, :name, :type, :bytes, :now)
                ON CONFLICT (hash) DO UPDATE SET kept_at = excluded.kept_at
                RETURNING (xmax = 0)
                """)
                .param("hash", file.hash())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("bytes", file.bytes().length)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private void write(KeptFile file) {
        var bytes = file.bytes();
        for (var at = 0; at < bytes.length; at += PIECE) {
            jdbc.sql("INSERT INTO attachment_piece (hash, number, piece) VALUES (:hash, :number, :piece)")
                    .param("hash", file.hash())
                    .param("number", at / PIECE)
                    .param("piece", Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE)))
                    .update();
        }
    }

    private Optional<byte[]> piece(String hash, int number) {
        return jdbc.sql("SELECT piece FROM attachment_piece WHERE hash = :hash AND number = :number")
                .param("hash", hash)
                .param("number", number)
                .query(byte[].class)
                .optional();
    }
}
