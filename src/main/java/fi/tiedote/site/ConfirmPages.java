package fi.tiedote.site;

import fi.tiedote.subscription.Pending;
import fi.tiedote.subscription.SignUp;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the link of a confirmation letter leads. Scanners follow links, so only the button does something. */
@Controller
class ConfirmPages {
    private final Pages pages;
    private final SignUp signUp;
    private final Wording wording;

    ConfirmPages(Pages pages, SignUp signUp, Wording wording) {
        this.pages = pages;
        this.signUp = signUp;
        this.wording = wording;
    }

    @GetMapping("/confirm/{token}")
    ModelAndView ask(Visit visit, @PathVariable("token") String token) {
        return signUp.find(token)
                .map(pending -> pages.show(visit, "confirm", view(pending, visit)))
                .orElseGet(() -> gone(visit));
    }

    @PostMapping("/confirm/{token}")
    ModelAndView confirm(Visit visit, @PathVariable("token") String token) {
        return signUp.confirm(token)
                .map(pending -> pages.show(visit, "confirmed", view(pending, visit)))
                .orElseGet(() -> gone(visit));
    }

    private record View(List<Wording.Line> lines) {}

    private View view(Pending pending, Visit visit) {
        return new View(wording.lines(pending.selection(), pending.cadence(), visit.language()));
    }

    private ModelAndView gone(Visit visit) {
        return pages.problem(visit, HttpStatus.GONE, "confirmation");
    }
}
