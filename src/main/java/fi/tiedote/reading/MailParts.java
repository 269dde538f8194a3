package fi.tiedote.reading;

import fi.tiedote.release.KeptFile;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a mail holds: its text in both forms, pictures that the text shows, files, mails inside of it. */
class MailParts {
    private static final int DEEPEST = 10;
    private static final int MOST = 300;
    private static final String BREAK = "\n\n";

    final StringBuilder html = new StringBuilder();
    final StringBuilder plain = new StringBuilder();
    final Map<String, KeptFile> pictures = new LinkedHashMap<>();
    final Map<KeptFile, String> files = new LinkedHashMap<>();
    final List<MailPart> mails = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    private int count;

    static MailParts of(MimePart message) throws IOException {
        var parts = new MailParts();
        parts.visit(new MailPart(message), 0);
        return parts;
    }

    private void visit(MailPart part, int depth) throws IOException {
        count++;
        if (depth > DEEPEST || count > MOST) {
            return;
        }
        var type = part.type();
        if (type.startsWith("multipart/")) {
            multipart(part, depth);
        } else if (type.equals("message/rfc822")) {
            mails.add(part);
        } else if (isText(part, type)) {
            text(part, type);
        } else if (!type.startsWith("message/") && !type.equals("application/pgp-signature")) {
            file(part);
        }
    }

    private void multipart(MailPart part, int depth) throws IOException {
        var parts = part.parts();
        if (parts.isEmpty()) {
            plain.append(part.text()).append(BREAK);
            return;
        }
        try {
            for (var at = 0; at < Math.min(parts.get().getCount(), MOST); at++) {
                if (parts.get().getBodyPart(at) instanceof MimePart inner) {
                    visit(new MailPart(inner), depth + 1);
                }
            }
        } catch (MessagingException broken) {
            problems.add("a part of it cannot be read: " + broken.getMessage());
        }
    }

    private static boolean isText(MailPart part, String type) {
        return !part.isAttached()
                && (type.equals("text/html")
                        || (type.equals("text/plain") && part.fileName().isEmpty())
                        || type.equals("text/enriched"));
    }

    private void text(MailPart part, String type) throws IOException {
        if (type.equals("text/html")) {
            html.append(part.text()).append(BREAK);
        } else {
            var text = part.text();
            plain.append(part.isFlowed() ? Flowed.unfolded(text, part.dropsSpace()) : text)
                    .append(BREAK);
        }
    }

    private void file(MailPart part) throws IOException {
        var name = part.fileName().isEmpty() ? part.type() : part.fileName();
        var kept = KeptFile.of(part.bytes());
        if (kept.isEmpty()) {
            problems.add("its attachment \"" + name + "\" was left out: its kind is not passed on, or it is too large");
        } else if (kept.get().isPicture() && !part.contentId().isEmpty() && !part.isAttached()) {
            pictures.put(part.contentId(), kept.get());
        } else {
            files.put(kept.get(), name);
        }
    }
}
