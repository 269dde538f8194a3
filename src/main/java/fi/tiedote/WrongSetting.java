package fi.tiedote;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Tells of a setting that cannot be used: its key, its value, where it was given and what is allowed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongSetting extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        var description = causedBy(cause, BindValidationException.class) instanceof BindValidationException invalid
                ? ofEach(invalid)
                : of(cause);
        return new FailureAnalysis(
                description, "Mend it in config/ (or in the argument or variable named above) and start again.", cause);
    }

    private static String ofEach(BindValidationException invalid) {
        return invalid.getValidationErrors().getAllErrors().stream()
                .map(error -> key(invalid, error) + ": " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String key(BindValidationException invalid, ObjectError error) {
        var prefix = invalid.getValidationErrors().getName().toString();
        return error instanceof FieldError field
                ? "Setting %s.%s = %s"
                        .formatted(prefix, Allowed.kebab(field.getField()), quoted(field.getRejectedValue()))
                : "Settings " + prefix;
    }

    private static String of(BindException wrong) {
        var property = wrong.getProperty();
        var reason = Allowed.in(wrong.getTarget()).orElseGet(() -> innermost(wrong));
        return property == null
                ? "Setting %s: %s".formatted(wrong.getName(), innermost(wrong))
                : "Setting %s = %s (%s): %s"
                        .formatted(wrong.getName(), quoted(property.getValue()), from(property), reason);
    }

    private static String from(ConfigurationProperty property) {
        return property.getOrigin() == null ? "given" : property.getOrigin().toString();
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "(nothing)" : "\"" + value + "\"";
    }

    private static String innermost(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static Throwable causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return cause;
            }
        }
        return failure;
    }
}
