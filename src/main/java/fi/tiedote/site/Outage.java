package fi.tiedote.site;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** While the database is away, pages say that it is a matter of minutes. */
@ControllerAdvice
class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final Pages pages;

    Outage(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ModelAndView away(Visit visit, Exception cause) {
        LOG.warn("a page cannot be shown: {}", cause.getMessage());
        visit.response().setHeader("Retry-After", "60");
        return pages.problem(visit, HttpStatus.SERVICE_UNAVAILABLE, "503");
    }
}
