package fi.tiedote.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, unpacked once for each content of the archive. */
record Binaries(Path home) {

    /** Unpacks below {@code directory}, unless that was done before; several processes may do so at once. */
    static Binaries below(Path directory, Platform platform) {
        try {
            var home = directory.resolve("postgresql-" + digest(platform));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(directory);
                unpack(platform, home);
            }
            return new Binaries(home);
        } catch (IOException e) {
            throw new DatabaseException("PostgreSQL's programs cannot be unpacked to " + directory + ": " + e, e);
        }
    }

    Path program(String name) {
        var windows = home.resolve("bin").resolve(name + ".exe");
        return Files.exists(windows) ? windows : home.resolve("bin").resolve(name);
    }

    /** The first part of the version, as a cluster's PG_VERSION has it. */
    String majorVersion() throws IOException {
        try (var version = new ProcessBuilder(program("postgres").toString(), "--version")
                .start()
                .inputReader()) {
            return version.readLine().replaceAll("\\D*(\\d+).*", "$1");
        }
    }

    private static void unpack(Platform platform, Path home) throws IOException {
        var unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
        try {
            extract(platform, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(unfinished);
            if (!Files.isDirectory(home)) { // else another process was faster
                throw e;
            }
        }
    }

    private static void extract(Platform platform, Path directory) throws IOException {
        openToAll(directory, true);
        try (var tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(platform.archive())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, directory);
            }
        }
    }

    private static void write(InputStream tar, TarArchiveEntry entry, Path directory) throws IOException {
        var path = directory.resolve(entry.getName()).normalize();
        if (!path.startsWith(directory)) {
            throw new IOException("archive entry outside of its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            openToAll(path, true);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            openToAll(path, (entry.getMode() & 0100) != 0);
        }
    }

    /** The server runs as another user where Tiedote runs as root. */
    private static void openToAll(Path path, boolean executable) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String digest(Platform platform) throws IOException {
        try (var archive = new DigestInputStream(platform.archive(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
