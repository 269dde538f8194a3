package fi.tiedote.kit;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;

/** RFC 8463's way of signing, under the name by which jDKIM asks the JDK for it. */
public class HashedEd25519 extends SignatureSpi {
    private final Signature signature;
    private final MessageDigest digest;

    public HashedEd25519() throws NoSuchAlgorithmException {
        signature = Signature.getInstance("Ed25519");
        digest = MessageDigest.getInstance("SHA-256");
    }

    public static void register() {
        Security.addProvider(new Names());
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
        signature.initVerify(key);
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
        signature.initSign(key);
    }

    @Override
    protected void engineUpdate(byte each) {
        digest.update(each);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int start, int count) {
        digest.update(bytes, start, count);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        signature.update(digest.digest());
        return signature.sign();
    }

    @Override
    protected boolean engineVerify(byte[] given) throws SignatureException {
        signature.update(digest.digest());
        return signature.verify(given);
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
        throw new UnsupportedOperationException();
    }

    private static class Names extends Provider {
        private static final long serialVersionUID = 1;

        Names() {
            super("tiedote-tests", "1", "RFC 8463");
            put("Signature.SHA256withED25519", HashedEd25519.class.getName());
        }
    }
}
