package fi.tiedote.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** Shares the letters of this node among its relays by their weights. Thread-safe. */
class Scales {
    /** How far a relay may be ahead of its share. */
    private static final int SLACK = 40;

    private final Map<String, Pan> pans = new LinkedHashMap<>();

    synchronized void add(Relay relay, Health health) {
        pans.merge(
                relay.toString(),
                new Pan(relay.weight(), health, 0),
                (one, other) -> new Pan(one.weight() + other.weight(), health, 0));
    }

    /** @return how many of those wished for are a relay's; 0 when the others should have theirs first */
    synchronized int share(Relay relay, int wish) {
        var all = pans.values().stream().filter(each -> each.health().isGood()).toList();
        var mine = pans.get(relay.toString());
        if (mine == null || all.size() < 2 || !mine.health().isGood()) {
            return wish;
        }
        var weights = all.stream().mapToInt(Pan::weight).sum();
        var letters = all.stream().mapToLong(Pan::letters).sum();
        var due = mine.weight() * (letters + SLACK) / (double) weights - mine.letters();
        return (int) Math.max(0, Math.min(wish, Math.ceil(due)));
    }

    synchronized void took(Relay relay, int letters) {
        pans.computeIfPresent(relay.toString(), (name, pan) -> pan.with(pan.letters() + letters));
    }

    /** Whoever was away has not earned what the others carried meanwhile. */
    synchronized void level() {
        pans.replaceAll((name, pan) -> pan.with(0));
    }

    synchronized boolean hasOther(Relay relay) {
        return pans.entrySet().stream()
                .anyMatch(each -> !each.getKey().equals(relay.toString())
                        && each.getValue().health().isGood());
    }

    private record Pan(int weight, Health health, long letters) {
        Pan with(long other) {
            return new Pan(weight, health, other);
        }
    }
}
