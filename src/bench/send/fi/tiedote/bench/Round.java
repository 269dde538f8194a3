package fi.tiedote.bench;

import java.util.List;

/** @param cpu microseconds per letter */
record Round(String sender, double rate, double cpu) {
    static Round median(List<Round> rounds) {
        return new Round(
                rounds.get(0).sender(),
                middle(rounds.stream().mapToDouble(Round::rate).sorted().toArray()),
                middle(rounds.stream().mapToDouble(Round::cpu).sorted().toArray()));
    }

    private static double middle(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        return "%-12s %8.0f letters/s %6.0f µs of processor time a letter".formatted(sender, rate, cpu);
    }
}
