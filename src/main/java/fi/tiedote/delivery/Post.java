package fi.tiedote.delivery;

/** What the couriers of one relay on this node have in common. */
record Post(
        Relay relay,
        Health health,
        Manners manners,
        Gate gate,
        Scales scales,
        Breakers breakers,
        Pipelining pipelining) {
    /** Whether nothing goes through the relay now, or one letter only, to see how it is. */
    int allowed(int wish) {
        var closed = breakers.at(relay.toString(), Breakers.ALL);
        if (closed.isEmpty()) {
            return wish;
        }
        return !breakers.now().isBefore(closed.get().retryAt()) && breakers.probe(closed.get()) ? 1 : 0;
    }
}
