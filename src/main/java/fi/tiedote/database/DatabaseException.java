package fi.tiedote.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The database cannot be had; the message says what is wrong, where, and what to do. */
public class DatabaseException extends RuntimeException {
    DatabaseException(String message) {
        super(message);
    }

    DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }

    static class Analyzer extends AbstractFailureAnalyzer<DatabaseException> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, DatabaseException cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }
}
