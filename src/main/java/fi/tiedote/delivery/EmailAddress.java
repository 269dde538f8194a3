package fi.tiedote.delivery;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: RFC 5321's dot-string before the @ (quoted local parts are refused), and a host
 * name after it. The domain is in lower case, an international one as A-labels; the local part is as it was given.
 */
public record EmailAddress(String local, String domain) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern DOT_STRING = Pattern.compile("[^\\x00-\\x20\\x7F()<>\\[\\]:;@\\\\,.\"\\p{Z}\\p{C}]+"
            + "(\\.[^\\x00-\\x20\\x7F()<>\\[\\]:;@\\\\,.\"\\p{Z}\\p{C}]+)*");
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** Empty when no server could take mail for it. */
    public static Optional<EmailAddress> of(String text) {
        var clean = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        var at = clean.lastIndexOf('@');
        // Mail software that cuts characters to their last eight bits takes these two for LF and CR (CVE-2025-7962).
        if (at < 1 || clean.length() > LONGEST || clean.indexOf('\u760A') >= 0 || clean.indexOf('\u760D') >= 0) {
            return Optional.empty();
        }
        var local = clean.substring(0, at);
        return DOT_STRING.matcher(local).matches() && local.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LOCAL
                ? domain(clean.substring(at + 1)).map(domain -> new EmailAddress(local, domain))
                : Optional.empty();
    }

    /** False for a local part that needs a relay with SMTPUTF8 (RFC 6531). */
    public boolean isAscii() {
        return local.chars().allMatch(letter -> letter < 128);
    }

    /** By which two spellings of one mailbox are known as one; servers that tell letter case apart are legend. */
    public String key() {
        return local.toLowerCase(Locale.ROOT) + "@" + domain;
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }

    private static Optional<String> domain(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return isHost(lower) ? Optional.of(lower) : international(text).filter(EmailAddress::isHost);
    }

    private static boolean isHost(String text) {
        return text.length() < 254 && HOST.matcher(text).matches();
    }

    private static Optional<String> international(String text) {
        try {
            return Optional.of(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noHostName) {
            return Optional.empty();
        }
    }
}
