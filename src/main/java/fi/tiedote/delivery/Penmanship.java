package fi.tiedote.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Cuts quills: with native code where it loads and does what the JDK does, else with the JDK alone. Nothing but signatures
 * is done in native code: the library is not registered with the JDK, so that TLS stays as it is.
 */
@Component
class Penmanship {
    private static final Logger LOG = LoggerFactory.getLogger(Penmanship.class);
    private static final byte[] SAMPLE = "tiedote".getBytes(StandardCharsets.US_ASCII);

    private final boolean nativeCode;
    private @Nullable Provider library;
    private boolean tried;

    Penmanship(@Value("${tiedote.native-signing:true}") boolean nativeCode) {
        this.nativeCode = nativeCode;
    }

    Quill quill(SigningKey key) {
        var plain = Quill.plain(key);
        var provider = library();
        return provider == null ? plain : checked(key, provider, plain);
    }

    /** Both kinds of signatures are the same bytes whoever makes them (RFC 8017 §8.2, RFC 8032 §5.1). */
    private static Quill checked(SigningKey key, Provider provider, Quill plain) {
        try {
            var quill = Quill.of(key, provider);
            if (Arrays.equals(quill.sign(SAMPLE), plain.sign(SAMPLE))) {
                return quill;
            }
            LOG.warn("native code signs wrongly with a key of kind {}; the JDK signs instead", key.kind());
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            LOG.warn("native code cannot use a key of kind {} ({}); the JDK signs instead", key.kind(), e.toString());
        }
        return plain;
    }

    private synchronized @Nullable Provider library() {
        if (nativeCode && !tried) {
            tried = true;
            library = load();
        }
        return library;
    }

    private static @Nullable Provider load() {
        try {
            var provider = Conscrypt.newProvider();
            var version = Conscrypt.version();
            LOG.info("letters are signed by native code (Conscrypt {}.{})", version.major(), version.minor());
            return provider;
        } catch (RuntimeException | LinkageError e) {
            LOG.info("letters are signed by the JDK, since native code does not load here ({})", e.toString());
            return null;
        }
    }
}
