package fi.tiedote.delivery;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What becomes of a letter in doubt, by newsletter. */
public record Doubts(
        @DefaultValue("send-again") Policy confirmation,
        @DefaultValue("send-again") Policy immediate,
        @DefaultValue("send-again") Policy daily,
        @DefaultValue("send-again") Policy weekly) {

    Policy of(String newsletter) {
        return switch (newsletter) {
            case "confirmation" -> confirmation;
            case "daily" -> daily;
            case "weekly" -> weekly;
            default -> immediate;
        };
    }

    /** Newsletters whose letters are left in doubt. */
    List<String> left() {
        return Stream.of("confirmation", "immediate", "daily", "weekly")
                .filter(newsletter -> of(newsletter) == Policy.LEAVE)
                .toList();
    }

    /** A letter lost, or a letter twice: which is worse? */
    public enum Policy {
        /** Once more, as the same message. */
        SEND_AGAIN,
        /** It stays in doubt until somebody decides. */
        LEAVE
    }
}
