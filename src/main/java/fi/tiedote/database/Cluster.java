package fi.tiedote.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The files of the database: {@code cluster/}, and beside it the superuser's password. */
record Cluster(Path home, Binaries binaries, Account account) {
    static final String SUPERUSER = "tiedote";

    /** The cluster below a directory, made if it is not there; a making that was interrupted is begun anew. */
    static Cluster below(Path home, Binaries binaries) throws IOException {
        Files.createDirectories(home);
        var account = Account.of(home);
        account.own(home);
        var cluster = new Cluster(home, binaries, account);
        if (!Files.exists(cluster.password())) {
            cluster.make();
        }
        cluster.checkVersion();
        return cluster;
    }

    Path directory() {
        return home.resolve("cluster");
    }

    Path password() {
        return home.resolve("password");
    }

    String readPassword() throws IOException {
        return Files.readString(password()).strip();
    }

    private void make() throws IOException {
        FileSystemUtils.deleteRecursively(directory());
        var unfinished = home.resolve("password.new");
        Files.deleteIfExists(unfinished);
        writeSecret(unfinished);
        initdb(unfinished);
        // Its presence says that the cluster is whole, so it gets its name last.
        Files.move(unfinished, password());
    }

    private void writeSecret(Path file) throws IOException {
        var secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        Files.createFile(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, HexFormat.of().formatHex(secret));
        account.own(file);
    }

    private void initdb(Path secret) throws IOException {
        var log = home.resolve("initdb.log");
        var initdb = account.command(List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + directory(),
                        "--username=" + SUPERUSER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        // Defaults in postgresql.conf, which ALTER SYSTEM may overrule.
                        "--set=max_connections=100",
                        "--set=shared_buffers=128MB",
                        "--set=max_wal_size=1GB",
                        "--set=jit=off"))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!ended(initdb) || initdb.exitValue() != 0) {
            throw new DatabaseException(
                    "The database cannot be made in " + directory() + ":\n" + Files.readString(log));
        }
        Files.deleteIfExists(log);
    }

    private void checkVersion() throws IOException {
        var found = Files.readString(directory().resolve("PG_VERSION")).strip();
        var onBoard = binaries.majorVersion();
        if (!found.equals(onBoard)) {
            throw new DatabaseException(
                    "The database in %s was written by PostgreSQL %s, but this Tiedote has %s on board. Go back to the Tiedote that wrote it, dump it, and restore the dump here."
                            .formatted(directory(), found, onBoard));
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroy();
        }
    }
}
