package fi.tiedote.delivery;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** The progress of issues for machines, at {@code /actuator/issues}. */
@Component
@Endpoint(id = "issues")
class ProgressDesk {
    private static final int USUAL = 20;
    private static final int MOST = 1_000;

    private final Tallies tallies;

    ProgressDesk(Tallies tallies) {
        this.tallies = tallies;
    }

    /** @param limit how many issues, from 1 to 1,000; what lies outside counts as the nearest */
    @ReadOperation
    Map<String, Object> issues(@Nullable Integer limit) {
        var most = limit == null ? USUAL : Math.max(1, Math.min(MOST, limit));
        List<Map<String, @Nullable Object>> issues =
                tallies.progress(most).stream().map(Progress::figures).toList();
        return Map.of("issues", issues);
    }
}
