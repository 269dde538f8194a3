package fi.tiedote.site;

import jakarta.servlet.RequestDispatcher;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says what went wrong and what to do now; never how it looks inside. */
@Controller
class ErrorPages implements ErrorController {
    private static final Set<Integer> TOLD_APART = Set.of(400, 404, 405, 413, 415, 429, 503);

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ModelAndView error(Visit visit) {
        var status = status(visit);
        return pages.problem(visit, status, reason(status));
    }

    static String reason(HttpStatus status) {
        if (TOLD_APART.contains(status.value())) {
            return Integer.toString(status.value());
        }
        return status.is4xxClientError() ? "400" : "500";
    }

    /** Who asks for this very address has not met an error. */
    private static HttpStatus status(Visit visit) {
        var code = visit.request().getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return code instanceof Integer number
                ? Optional.ofNullable(HttpStatus.resolve(number)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
    }
}
