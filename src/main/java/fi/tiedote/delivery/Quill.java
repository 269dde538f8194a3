package fi.tiedote.delivery;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Signs with one key and one library. Thread-safe: signatures are made ready once and go from hand to hand. */
class Quill {
    private final SigningKey.Kind kind;
    private final Provider library;
    private final PrivateKey secret;
    private final Queue<Signature> ready = new ConcurrentLinkedQueue<>();

    private Quill(SigningKey.Kind kind, Provider library, PrivateKey secret) {
        this.kind = kind;
        this.library = library;
        this.secret = secret;
    }

    /** With what the JDK has for this kind of key. */
    static Quill plain(SigningKey key) {
        try {
            return of(key, Signature.getInstance(key.kind().signature()).getProvider());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + key.kind().signature(), e);
        }
    }

    /** @throws GeneralSecurityException when the library does not know this kind of key */
    static Quill of(SigningKey key, Provider library) throws GeneralSecurityException {
        var encoded = new PKCS8EncodedKeySpec(key.secret().getEncoded());
        var secret = KeyFactory.getInstance(key.kind().key(), library).generatePrivate(encoded);
        return new Quill(key.kind(), library, secret);
    }

    /** RFC 8463 §3: Ed25519 signs the hash of what RSA signs. */
    byte[] sign(byte[] text) {
        try {
            var signature = take();
            signature.update(
                    kind == SigningKey.Kind.RSA
                            ? text
                            : MessageDigest.getInstance("SHA-256").digest(text));
            var signed = signature.sign();
            ready.add(signature);
            return signed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    private Signature take() throws GeneralSecurityException {
        var signature = ready.poll();
        if (signature == null) {
            signature = Signature.getInstance(kind.signature(), library);
            signature.initSign(secret);
        }
        return signature;
    }
}
