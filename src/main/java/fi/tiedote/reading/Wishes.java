package fi.tiedote.reading;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a feed asks of those who come again: RSS 2.0's {@code ttl}, {@code skipHours} and {@code skipDays}, and the
 * {@code updatePeriod} and {@code updateFrequency} of RSS 1.0's module Syndication.
 *
 * @param every time between two looks; zero where it says nothing
 * @param skipHours of the day in UTC, 0–23
 * @param hubs of WebSub, in order of preference
 * @param self what the feed calls itself; null where it does not
 */
public record Wishes(
        Duration every,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        List<URI> hubs,
        @Nullable URI self) {
    public static final Wishes NONE = new Wishes(Duration.ZERO, Set.of(), Set.of(), List.of(), null);

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int HOURS = 24;
    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.of(7, ChronoUnit.DAYS),
            "monthly", Duration.of(30, ChronoUnit.DAYS),
            "yearly", Duration.of(365, ChronoUnit.DAYS));

    public static Wishes of(Element channel, Origin origin) {
        var hours = new TreeSet<Integer>();
        var days = EnumSet.noneOf(DayOfWeek.class);
        var links = new ArrayList<Element>();
        for (var child : channel.children()) {
            switch (child.tag().localName()) {
                case "skiphours" -> child.children().forEach(hour -> hours.add(number(hour.text(), HOURS) % HOURS));
                case "skipdays" -> child.children().forEach(day -> addDay(day.text(), days));
                case "link" -> links.add(child);
                default -> {
                    // Nothing that concerns those who come again.
                }
            }
        }
        return new Wishes(
                every(channel), hours, days, links(links, "hub", origin), first(links(links, "self", origin)));
    }

    public static Wishes of(List<URI> hubs, @Nullable URI self) {
        return new Wishes(Duration.ZERO, Set.of(), Set.of(), hubs, self);
    }

    /** As {@link #text} wrote it; what cannot be read asks for nothing. */
    public static Wishes of(String text) {
        var parts = text.split(";", -1);
        if (parts.length != 3) {
            return NONE;
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        Stream.of(parts[2].split(",", -1)).forEach(day -> addDay(day, days));
        var hours = Stream.of(parts[1].split(",", -1))
                .filter(hour -> !hour.isEmpty())
                .map(hour -> number(hour, HOURS) % HOURS)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Wishes(Duration.ofSeconds(number(parts[0], Integer.MAX_VALUE)), hours, days, List.of(), null);
    }

    /**
     * With what the headers {@code Link} say of hub and self, which comes first (WebSub §4).
     *
     * @param fetched what it is called where nobody says it
     */
    public Wishes beside(List<String> headers, URI fetched) {
        var hub = WebLink.of(headers, "hub", fetched);
        var named = WebLink.of(headers, "self", fetched);
        var called = self == null ? fetched : self;
        return new Wishes(
                every, skipHours, skipDays, hub.isEmpty() ? hubs : hub, named.isEmpty() ? called : named.get(0));
    }

    /** What of it concerns time; empty where that is nothing. */
    public String text() {
        return every.isZero() && skipHours.isEmpty() && skipDays.isEmpty()
                ? ""
                : "%d;%s;%s".formatted(every.toSeconds(), joined(skipHours), joined(skipDays));
    }

    /** That moment, or the next one within a day at which it does not ask to be left alone. */
    public Instant free(Instant moment) {
        for (var hours = 0; hours < HOURS; hours++) {
            var then = moment.plus(Duration.ofHours(hours)).atOffset(ZoneOffset.UTC);
            if (!skipHours.contains(then.getHour()) && !skipDays.contains(then.getDayOfWeek())) {
                return hours == 0 ? moment : then.truncatedTo(ChronoUnit.HOURS).toInstant();
            }
        }
        return moment;
    }

    private static Duration every(Element channel) {
        var ttl = Duration.ofMinutes(number(text(channel, "ttl"), 1_000_000));
        var period = PERIODS.getOrDefault(text(channel, "updateperiod").toLowerCase(Locale.ROOT), Duration.ZERO);
        var syndication = period.dividedBy(Math.max(1, number(text(channel, "updatefrequency"), 1_000_000)));
        var longer = ttl.compareTo(syndication) > 0 ? ttl : syndication;
        return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }

    private static List<URI> links(List<Element> links, String relation, Origin origin) {
        return links.stream()
                .filter(link -> List.of(link.attr("rel")
                                .toLowerCase(Locale.ROOT)
                                .strip()
                                .split("\\s+", -1))
                        .contains(relation))
                .flatMap(link -> Stream.ofNullable(Links.absolute(origin.url(), link.attr("href"))))
                .toList();
    }

    private static @Nullable URI first(List<URI> links) {
        return links.isEmpty() ? null : links.get(0);
    }

    private static String text(Element channel, String name) {
        return channel.children().stream()
                .filter(child -> child.tag().localName().equals(name))
                .map(child -> child.text().strip())
                .findFirst()
                .orElse("");
    }

    /** 0 for what is no number. */
    private static int number(String text, int most) {
        return text.strip().matches("\\d{1,9}") ? Math.min(most, Integer.parseInt(text.strip())) : 0;
    }

    private static void addDay(String name, Set<DayOfWeek> days) {
        try {
            days.add(DayOfWeek.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            // A day that the feed's author made up is skipped by nobody.
        }
    }

    private static String joined(Set<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
