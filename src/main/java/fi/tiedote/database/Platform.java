package fi.tiedote.database;

import java.io.InputStream;
import java.util.Locale;

/** The kind of machine, as the archives of PostgreSQL's binaries name it. */
record Platform(String system, String architecture) {

    static Platform ofThisMachine() {
        return new Platform(
                system(System.getProperty("os.name", "").toLowerCase(Locale.ROOT)),
                architecture(System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)));
    }

    /** The archive, a tar under xz; the caller closes it. */
    InputStream archive() {
        var name = "postgres-" + system + "-" + architecture + ".txz";
        var archive = Platform.class.getResourceAsStream("/" + name);
        if (archive == null) {
            throw new DatabaseException("There is no PostgreSQL on board for this machine (" + name
                    + "). Install PostgreSQL 14 or newer and set spring.datasource.url.");
        }
        return archive;
    }

    private static String system(String name) {
        if (name.contains("mac")) {
            return "darwin";
        }
        return name.contains("windows") ? "windows" : "linux";
    }

    private static String architecture(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
