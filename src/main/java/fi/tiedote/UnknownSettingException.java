package fi.tiedote;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnknownSettingException extends RuntimeException {
    UnknownSettingException(List<String> settings) {
        super("No such setting: " + String.join(", ", settings));
    }

    static class Analyzer extends AbstractFailureAnalyzer<UnknownSettingException> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UnknownSettingException cause) {
            var action = "Remove it or mend its name; config/ shows every setting with a comment.";
            return new FailureAnalysis(cause.getMessage(), action, cause);
        }
    }
}
