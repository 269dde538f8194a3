package fi.tiedote.delivery;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast a relay wants its letters.
 *
 * @param perSecond letters from all nodes together; 0 means as many as it takes
 * @param perMinute the same, for a minute
 * @param messagesPerConnection after so many a connection is renewed
 * @param connectionAge after so long, too
 * @param warmUp how many letters on each of the first days; absent: as many as there are
 */
public record Pace(
        int perSecond,
        int perMinute,
        int messagesPerConnection,
        Duration connectionAge,
        @Nullable WarmUp warmUp) {
    static final Pace FREE = new Pace(0, 0, 1_000, Duration.ofMinutes(30), null);

    @ConstructorBinding
    public Pace(
            @DefaultValue("0") int perSecond,
            @DefaultValue("0") int perMinute,
            @DefaultValue("1000") int messagesPerConnection,
            @DefaultValue("30m") Duration connectionAge,
            @Nullable WarmUp warmUp) {
        if (perSecond < 0 || perMinute < 0) {
            throw new IllegalArgumentException("per-second and per-minute: 0 for no limit, or more");
        }
        if (messagesPerConnection < 1) {
            throw new IllegalArgumentException("messages-per-connection " + messagesPerConnection + ": 1 or more");
        }
        if (connectionAge.isNegative() || connectionAge.isZero()) {
            throw new IllegalArgumentException("connection-age " + connectionAge + ": more than nothing");
        }
        this.perSecond = perSecond;
        this.perMinute = perMinute;
        this.messagesPerConnection = messagesPerConnection;
        this.connectionAge = connectionAge;
        this.warmUp = warmUp;
    }

    /** Letters a second; infinity where there is no limit. */
    double rate() {
        var bySecond = perSecond == 0 ? Double.POSITIVE_INFINITY : perSecond;
        return perMinute == 0 ? bySecond : Math.min(bySecond, perMinute / 60.0);
    }

    /**
     * A new sender is believed little by little.
     *
     * @param from the first day
     * @param daily how many letters on that day, the next one and so on; after the last there is no limit
     */
    public record WarmUp(LocalDate from, List<Integer> daily) {
        public WarmUp {
            if (from == null || daily == null || daily.isEmpty()) {
                throw new IllegalArgumentException("warm-up needs from (a date) and daily (numbers of letters)");
            }
            daily.stream().filter(letters -> letters < 1).findAny().ifPresent(letters -> {
                throw new IllegalArgumentException("warm-up daily " + letters + ": 1 or more");
            });
            daily = List.copyOf(daily);
        }

        /** Empty when the plan does not limit that day. */
        OptionalLong most(LocalDate day) {
            var number = Math.max(0, ChronoUnit.DAYS.between(from, day));
            return number < daily.size() ? OptionalLong.of(daily.get((int) number)) : OptionalLong.empty();
        }
    }
}
