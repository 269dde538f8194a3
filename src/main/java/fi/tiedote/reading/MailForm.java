package fi.tiedote.reading;

import fi.tiedote.release.Attachment;
import fi.tiedote.release.KeptFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a release that came by mail: as it was written, or forwarded, in HTML or as plain text. */
public class MailForm {
    /** With less to read of its own, a mail only carries the one inside of it. */
    private static final int FEW = 200;

    private final Mail mail;
    private final Origin origin;
    private final MailParts parts;

    private MailForm(Mail mail, Origin origin, MailParts parts) {
        this.mail = mail;
        this.origin = origin;
        this.parts = parts;
    }

    /** @param files gets what is attached */
    public static Reading read(byte[] bytes, Origin origin, Consumer<KeptFile> files) {
        try {
            return read(Mail.of(bytes), origin, files);
        } catch (IOException | RuntimeException broken) {
            return new Unreadable("it cannot be read as a mail: " + broken.getMessage());
        }
    }

    public static Reading read(Mail mail, Origin origin, Consumer<KeptFile> files) throws IOException {
        var form = new MailForm(mail, origin, MailParts.of(mail.message()));
        if (!form.parts.mails.isEmpty() && form.length() < FEW) {
            return read(Mail.of(form.parts.mails.get(0).bytes()), origin, files);
        }
        return form.document(files);
    }

    private int length() {
        return Math.max(
                String.join("", plainLines()).strip().length(),
                parts.html.isEmpty() ? 0 : html().text().length());
    }

    private Reading document(Consumer<KeptFile> files) {
        var html = parts.html.isEmpty() ? null : html();
        var text = plainLines();
        var plain = Plain.line(String.join(" ", text));
        var readable = html == null ? 0 : html.text().length();
        if (readable == 0 && !plain.matches("(?s).*\\p{L}.*")) {
            return new Unreadable("it has no text of its own");
        }
        // A program may have left its HTML empty, or with a remark that HTML is needed to read on.
        var item = html != null && readable * 2 >= plain.length() ? ofHtml(html) : ofText(text);
        if (mail.isReply() && readable(item) < FEW) {
            return new Unreadable("it is an answer and no release");
        }
        var attachments = new ArrayList<Attachment>();
        attach(html, attachments, files);
        return new Document(Format.EML, Channel.NONE, List.of(with(item, attachments)), List.copyOf(parts.problems));
    }

    private static int readable(Item item) {
        return Plain.ofHtml(item.bodyHtml()).length();
    }

    private Element html() {
        return MailHtml.body(Tags.cut(parts.html.toString(), parts.problems::add), mail.isForward());
    }

    private List<String> plainLines() {
        var lines = Arrays.asList(
                Lines.cut(parts.plain.toString(), parts.problems::add).split("\\R", -1));
        var stays = MailLines.own(lines, mail.isForward());
        return IntStream.range(0, lines.size())
                .mapToObj(at -> stays[at] ? lines.get(at) : "")
                .toList();
    }

    private Item ofText(List<String> lines) {
        var text = String.join("\n", lines);
        if (!text.isBlank() && TextForm.read(text, origin) instanceof Document whole) {
            var item = whole.items().get(0);
            return titled(new ItemBuilder(item), item.title(), item.publishedAt());
        }
        var kept = Line.of(text);
        var opening =
                opening(Subject.title(mail.subject()).isEmpty() ? kept.get(0).text() : Subject.title(mail.subject()));
        return TextForm.document(opening, kept, origin).items().get(0);
    }

    private Item ofHtml(Element html) {
        var shown = html.clone();
        shown.select("img").remove();
        var title = Subject.title(mail.subject());
        var first = shown.select("h1, h2, p, div, td, li").stream()
                .filter(element -> !element.ownText().isBlank())
                .findFirst();
        first.filter(element -> Plain.letters(element.text()).equals(Plain.letters(title)))
                .ifPresent(Element::remove);
        var body = Body.of(shown.html(), "");
        var opening = opening(title.isEmpty() ? Identity.title("", body.text()) : title);
        return new ItemBuilder(opening)
                .language(
                        Tongue.first(FileName.of(path()).language(), origin.language(), opening.title(), body.text()),
                        mail.header("Content-Language").strip())
                .body(body)
                .build();
    }

    private Item opening(String title) {
        return titled(new ItemBuilder(FileName.of(path()).item()), title, null);
    }

    private Item titled(ItemBuilder item, String title, @Nullable Instant published) {
        return item.title(title)
                .published(
                        published == null
                                ? Dates.moment(mail.header("Date"), origin.zone())
                                        .orElse(null)
                                : published)
                .build();
    }

    private void attach(@Nullable Element html, List<Attachment> attachments, Consumer<KeptFile> files) {
        var images = html == null ? List.<Element>of() : html.select("img[src^=cid:]");
        for (var image : images) {
            var picture = parts.pictures.get(image.attr("src").substring(4));
            if (picture != null) {
                files.accept(picture);
                attachments.add(picture.attachment(image.attr("alt")));
            }
        }
        parts.files.forEach((file, name) -> {
            files.accept(file);
            attachments.add(file.attachment(file.isPicture() ? "" : name));
        });
    }

    private static Item with(Item item, List<Attachment> attachments) {
        return new ItemBuilder(item)
                .attachments(attachments.stream().distinct().toList())
                .build();
    }

    private String path() {
        var path = origin.url().getPath();
        return path == null ? "" : path;
    }
}
