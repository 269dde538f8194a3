package fi.tiedote.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the law wants said, and what people want to know. */
@Controller
class StatementPages {
    private final Pages pages;

    StatementPages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/accessibility")
    ModelAndView accessibility(Visit visit) {
        return pages.show(visit, "accessibility", new Nothing());
    }

    @GetMapping("/privacy")
    ModelAndView privacy(Visit visit) {
        return pages.show(visit, "privacy", new Nothing());
    }
}
