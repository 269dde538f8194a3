package fi.tiedote.site;

import fi.tiedote.subscription.Member;
import fi.tiedote.subscription.Membership;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where {@code List-Unsubscribe} leads: a page for people, and one-click unsubscription (RFC 8058) for mail programs. */
@Controller
class UnsubscribePages {
    private static final int ENOUGH = 8192;

    private final Pages pages;
    private final Membership membership;
    private final Wording wording;

    UnsubscribePages(Pages pages, Membership membership, Wording wording) {
        this.pages = pages;
        this.membership = membership;
        this.wording = wording;
    }

    @GetMapping("/u/{token}")
    ModelAndView ask(Visit visit, @PathVariable("token") String token) {
        return membership
                .memberByUnsubscribe(token)
                .map(member -> pages.show(visit, holds(member) ? "unsubscribe" : "unsubscribed", view(member, visit)))
                .orElseGet(() -> unknown(visit));
    }

    /** Whatever the body is: the address alone says who leaves what. */
    @PostMapping("/u/{token}")
    ModelAndView leave(Visit visit, @PathVariable("token") String token) throws IOException {
        var member = membership.memberByUnsubscribe(token);
        if (member.isEmpty()) {
            return unknown(visit);
        }
        membership.unsubscribe(member.get());
        return isOneClick(visit.request())
                ? new ModelAndView(new PlainText(wording.say(visit.language(), "unsubscribed.title")))
                : pages.show(visit, "unsubscribed", view(member.get(), visit));
    }

    private record View(String cadence, String preferences, boolean more) {}

    private View view(Member member, Visit visit) {
        return new View(
                wording.cadence(member.cadence(), visit.language()),
                "/preferences/" + membership.preferencesToken(member),
                !membership.held(member).isEmpty());
    }

    private boolean holds(Member member) {
        return membership.held(member).stream().anyMatch(held -> held.cadence() == member.cadence());
    }

    private ModelAndView unknown(Visit visit) {
        return pages.problem(visit, HttpStatus.NOT_FOUND, "link");
    }

    /** In a urlencoded or a multipart body alike. */
    private static boolean isOneClick(HttpServletRequest request) throws IOException {
        var body = new String(request.getInputStream().readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
        return body.contains("List-Unsubscribe") && body.contains("One-Click");
    }
}
