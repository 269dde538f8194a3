package fi.tiedote.gather;

import fi.tiedote.reading.Mail;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the mails of those whose mails are releases from strangers'. */
record Senders(MailboxSettings settings) {
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern RESULT =
            Pattern.compile("(?i)\\s*(dmarc|dkim|spf)\\s*=\\s*pass\\b(.*)", Pattern.DOTALL);
    private static final Pattern PROPERTY =
            Pattern.compile("(?i)\\b(header\\.from|header\\.d|header\\.i|smtp\\.mailfrom)\\s*=\\s*\"?([^\\s;\"]+)");

    boolean know(Mail mail) {
        var from = mail.from();
        var at = from.lastIndexOf('@');
        return at > 0
                && settings.senders().stream()
                        .anyMatch(sender -> sender.startsWith("@") ? from.endsWith(sender) : from.equals(sender))
                && (settings.trustsAll() || isProved(mail, from.substring(at + 1)));
    }

    /** Only the topmost of a trusted server counts: whatever is below may have come with the mail. */
    private boolean isProved(Mail mail, String domain) {
        return mail.headers("Authentication-Results").stream()
                .map(header -> COMMENT.matcher(header.replaceAll("\\s+", " ")).replaceAll(" "))
                .filter(header -> settings.trusted().contains(server(header)))
                .findFirst()
                .map(header -> List.of(header.split(";")).stream().skip(1).anyMatch(result -> proves(result, domain)))
                .orElse(false);
    }

    private static String server(String header) {
        return header.split(";", 2)[0].strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static boolean proves(String result, String domain) {
        var passed = RESULT.matcher(result);
        if (!passed.matches()) {
            return false;
        }
        var property = PROPERTY.matcher(passed.group(2));
        var aligned = false;
        while (property.find()) {
            aligned |= belongs(passed.group(1), property.group(1).toLowerCase(Locale.ROOT))
                    && isAligned(property.group(2).toLowerCase(Locale.ROOT), domain);
        }
        return aligned;
    }

    private static boolean belongs(String method, String property) {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "dmarc" -> property.equals("header.from");
            case "dkim" -> property.equals("header.d") || property.equals("header.i");
            default -> property.equals("smtp.mailfrom");
        };
    }

    /** Equal, or a parent of the sender's domain that is no mere ending such as {@code fi}. */
    private static boolean isAligned(String value, String domain) {
        var proved = value.substring(value.lastIndexOf('@') + 1);
        return proved.equals(domain) || (proved.contains(".") && domain.endsWith("." + proved));
    }
}
