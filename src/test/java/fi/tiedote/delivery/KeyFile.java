package fi.tiedote.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Files with private keys, as people have them. */
record KeyFile(Path file, String permissions) {
    static KeyFile in(Path directory) {
        return new KeyFile(directory.resolve("key.pem"), "rw-------");
    }

    KeyFile named(String name) {
        return new KeyFile(file.resolveSibling(name + ".pem"), permissions);
    }

    KeyFile openTo(String all) {
        return new KeyFile(file, all);
    }

    Path of(String algorithm, int size) throws GeneralSecurityException, IOException {
        return with(pem("PRIVATE KEY", encoded(algorithm, size)));
    }

    Path with(String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /** As PKCS #8. */
    static byte[] encoded(String algorithm, int size) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair().getPrivate().getEncoded();
    }

    static String pem(String label, byte[] der) {
        var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }
}
