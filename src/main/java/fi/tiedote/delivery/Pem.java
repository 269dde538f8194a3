package fi.tiedote.delivery;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Finds the private key in the text of a PEM file (RFC 7468), among comments and certificates. */
class Pem {
    private static final Pattern KEY =
            Pattern.compile("(?s)-----BEGIN ((?:[A-Z]+ )*)PRIVATE KEY-----(.*?)-----END \\1PRIVATE KEY-----");
    /** Version 0, and rsaEncryption as the algorithm: RFC 5208 §5. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private Pem() {}

    /** @return the first private key as PKCS #8 */
    static byte[] pkcs8(String text) {
        var key = KEY.matcher(text);
        if (!key.find()) {
            throw new IllegalArgumentException(
                    "it has no private key in PEM, which begins with -----BEGIN PRIVATE KEY-----");
        }
        var body = key.group(2);
        return switch (key.group(1).strip()) {
            case "" -> decoded(body);
            case "RSA" -> wrapped(decoded(body));
            case "ENCRYPTED" -> throw encrypted();
            default -> throw new IllegalArgumentException("it must be an RSA or Ed25519 key");
        };
    }

    private static byte[] decoded(String body) {
        if (body.contains("ENCRYPTED")) {
            throw encrypted();
        }
        try {
            return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("its private key is garbled: " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException encrypted() {
        return new IllegalArgumentException(
                "it is encrypted with a password: openssl pkey -in FILE -out NEW takes that away");
    }

    /** PKCS #1, as older programs write it. */
    private static byte[] wrapped(byte[] pkcs1) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(RSA);
        content.writeBytes(element(OCTET_STRING, pkcs1));
        return element(SEQUENCE, content.toByteArray());
    }

    /** DER, with the length in the form of two bytes, which fits whatever RSA key there is. */
    private static byte[] element(int tag, byte[] content) {
        var element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length > 127) {
            element.write(content.length > 255 ? 0x82 : 0x81);
        }
        if (content.length > 255) {
            element.write(content.length >> 8);
        }
        element.write(content.length);
        element.writeBytes(content);
        return element.toByteArray();
    }
}
