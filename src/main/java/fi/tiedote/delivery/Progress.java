package fi.tiedote.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an issue has come.
 *
 * @param perSecond letters that were settled for good, over the last minute
 */
public record Progress(Tally tally, double perSecond) {
    /** For machines; {@code seconds_left} is null while nothing moves, and 0 when nothing waits. */
    public Map<String, @Nullable Object> figures() {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("id", tally.issueId());
        line.put("newsletter", tally.newsletter());
        line.put("occasion", tally.occasion());
        line.put("accepted", tally.accepted());
        line.put("deferred", tally.deferred());
        line.put("refused", tally.refused());
        line.put("in_doubt", tally.inDoubt());
        line.put("cancelled", tally.cancelled());
        line.put("queued", tally.queued());
        line.put("claimed", tally.claimed());
        line.put("audience", tally.audience());
        line.put("per_second", Math.round(perSecond * 10) / 10.0);
        line.put("seconds_left", secondsLeft());
        return line;
    }

    private @Nullable Long secondsLeft() {
        if (tally.waiting() == 0) {
            return 0L;
        }
        return perSecond > 0 ? (long) Math.ceil(tally.waiting() / perSecond) : null;
    }
}
