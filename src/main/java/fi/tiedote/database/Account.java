package fi.tiedote.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * The user under whom PostgreSQL's programs run: ours, unless that is root, whom PostgreSQL refuses.
 *
 * @param uid {@link #OURS} for the user of this process
 * @param reachable whether that user may enter all directories down to the data
 */
record Account(int uid, boolean reachable) {
    private static final int OURS = -1;
    private static final int NOBODY = 65534;

    /** The owner of the directory, or nobody where root owns it. */
    static Account of(Path directory) throws IOException {
        if (!"root".equals(System.getProperty("user.name")) || !supportsUnix(directory)) {
            return new Account(OURS, true);
        }
        var owner = (int) Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        return new Account(owner == 0 ? NOBODY : owner, openToAll(directory.toAbsolutePath()));
    }

    void own(Path path) throws IOException {
        if (uid != OURS) {
            Files.setAttribute(path, "unix:uid", uid);
        }
    }

    /** The command with what is needed to run it under this account, and out of reach of the terminal's Ctrl-C. */
    ProcessBuilder command(List<String> command) {
        var words = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            words.add("/usr/bin/setsid");
        }
        if (uid != OURS) {
            words.addAll(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
            if (!reachable) {
                // Someone's home, say: this one capability lets the server pass through directories closed to it.
                // Without the secure bit, access(2), which initdb asks about its programs, would not honour it.
                words.addAll(List.of(
                        "--inh-caps=+dac_read_search",
                        "--ambient-caps=+dac_read_search",
                        "--securebits=+no_setuid_fixup"));
            }
        }
        words.addAll(command);
        return new ProcessBuilder(words);
    }

    private static boolean supportsUnix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** Whether everybody may pass through all that lies above the directory. */
    private static boolean openToAll(Path directory) throws IOException {
        for (var each = directory.getParent(); each != null; each = each.getParent()) {
            if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
