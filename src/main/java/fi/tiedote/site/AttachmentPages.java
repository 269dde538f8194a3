package fi.tiedote.site;

import fi.tiedote.release.Attachment;
import fi.tiedote.release.Attachments;
import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import fi.tiedote.release.State;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** The files that came with a release, for as long as it is public. */
@Controller
class AttachmentPages {
    private final Pages pages;
    private final Releases releases;
    private final Attachments attachments;

    AttachmentPages(Pages pages, Releases releases, Attachments attachments) {
        this.pages = pages;
        this.releases = releases;
        this.attachments = attachments;
    }

    @GetMapping("/releases/{id:[0-9]{1,18}}/attachments/{file:[0-9a-f]{64}\\.[a-z0-9]{2,5}}")
    @Nullable
    ModelAndView attachment(
            Visit visit, @PathVariable("id") long id, @PathVariable("file") String file, ServletWebRequest request)
            throws IOException {
        var release = releases.find(id).orElse(null);
        var attachment = release == null ? null : named(release, file);
        if (release == null || attachment == null) {
            return pages.problem(visit, HttpStatus.NOT_FOUND, "404");
        }
        if (release.state() != State.PUBLISHED) {
            return release.state() == State.WITHDRAWN && release.place() > 0
                    ? pages.problem(visit, HttpStatus.GONE, "withdrawn")
                    : pages.problem(visit, HttpStatus.NOT_FOUND, "404");
        }
        if (!request.checkNotModified(attachment.hash())) {
            send(attachment, request);
        }
        return null;
    }

    private static @Nullable Attachment named(Release release, String file) {
        return release.attachments().stream()
                .filter(attachment -> attachment.isNamed(file))
                .findFirst()
                .orElse(null);
    }

    /** Nothing in it may run with our origin, should a browser take it for a page after all. */
    private void send(Attachment attachment, ServletWebRequest request) throws IOException {
        var response = request.getNativeResponse(HttpServletResponse.class);
        if (response == null) {
            throw new IllegalStateException("no response to write to");
        }
        var isText = attachment.type().startsWith("text/");
        response.setContentType(isText ? attachment.type() + ";charset=UTF-8" : attachment.type());
        response.setContentLengthLong(attachment.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, disposition(attachment).toString());
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic().getHeaderValue());
        attachments.copy(attachment.hash(), response.getOutputStream());
    }

    private static ContentDisposition disposition(Attachment attachment) {
        var isPicture = attachment.type().startsWith("image/");
        var file = attachment.url().getSchemeSpecificPart();
        var name = isPicture || attachment.alt().isEmpty() ? file : attachment.alt();
        return (isPicture ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(named(name, file), StandardCharsets.UTF_8)
                .build();
    }

    /** With the ending of what it is, whatever it was called. */
    private static String named(String name, String file) {
        var ending = file.substring(file.lastIndexOf('.'));
        var legal = name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_");
        return legal.regionMatches(true, legal.length() - ending.length(), ending, 0, ending.length())
                ? legal
                : legal + ending;
    }
}
