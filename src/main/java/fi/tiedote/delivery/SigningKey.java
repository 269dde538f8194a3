package fi.tiedote.delivery;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A private key, and what the world may know of it.
 *
 * @param published the public key as DNS has it: RFC 6376 §3.6.1, RFC 8463 §4
 */
record SigningKey(Kind kind, PrivateKey secret, String published) {
    private static final int FEWEST_BITS = 2048;
    private static final int ED25519_BYTES = 32;

    enum Kind {
        RSA("rsa-sha256", "SHA256withRSA", "RSA"),
        ED25519("ed25519-sha256", "Ed25519", "Ed25519");

        private final String algorithm;
        private final String signature;
        private final String key;

        Kind(String algorithm, String signature, String key) {
            this.algorithm = algorithm;
            this.signature = signature;
            this.key = key;
        }

        /** The tag a= of a signature. */
        String algorithm() {
            return algorithm;
        }

        /** As Java names the signature. */
        String signature() {
            return signature;
        }

        /** As Java names the key. */
        String key() {
            return key;
        }
    }

    /** @throws IllegalArgumentException saying what is wrong with the file */
    static SigningKey of(String pem) {
        var spec = new PKCS8EncodedKeySpec(Pem.pkcs8(pem));
        try {
            return rsa(spec);
        } catch (InvalidKeySpecException noRsa) {
            return ed25519(spec);
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("it is an RSA key without its two primes", e);
        }
    }

    private static SigningKey rsa(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("RSA");
        var secret = (RSAPrivateCrtKey) factory.generatePrivate(spec);
        if (secret.getModulus().bitLength() < FEWEST_BITS) {
            throw new IllegalArgumentException("an RSA key needs at least " + FEWEST_BITS + " bits");
        }
        var shown = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new SigningKey(Kind.RSA, secret, Base64.getEncoder().encodeToString(shown.getEncoded()));
    }

    private static SigningKey ed25519(PKCS8EncodedKeySpec spec) {
        try {
            var secret = (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(spec);
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(
                    NamedParameterSpec.ED25519, new Seed(secret.getBytes().orElseThrow()));
            var shown = generator.generateKeyPair().getPublic().getEncoded();
            var raw = Arrays.copyOfRange(shown, shown.length - ED25519_BYTES, shown.length);
            return new SigningKey(Kind.ED25519, secret, Base64.getEncoder().encodeToString(raw));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("it must be an RSA or Ed25519 key", e);
        }
    }

    /** The JDK computes a public key only for a pair that it has made: it makes this one again. */
    private static class Seed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
