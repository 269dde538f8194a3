package fi.tiedote.delivery;

import java.time.Duration;

/**
 * How many letters a courier claims at once: about as many as it carries in a second. More would keep an urgent letter
 * waiting behind a slow relay; fewer cost more than the sending. A small issue is shared by all couriers.
 */
class Portion {
    static final int FEW = 50;
    private static final int MANY = 1_000;
    private static final Duration AIM = Duration.ofSeconds(1);

    private int letters = FEW;

    int letters() {
        return letters;
    }

    /** @param carried how many there were; few mean that little waits */
    void learn(int carried, Duration time) {
        var inTime = carried * AIM.toNanos() / Math.max(1, time.toNanos());
        letters = (int) Math.max(FEW, Math.min(MANY, Math.min(inTime, carried * 2L)));
    }
}
