package fi.tiedote.reading;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The blocks that stand in the same way in a page, and how much they look like its releases. */
record Family(List<Listed> blocks) {
    private static final Pattern NEWS = Pattern.compile(
            "(?iu).*(?:tiedot|uuti|ajankoht|news|nyhe|aktuell|press|media|meddelan|release|archive|arkisto|arkiv|blog).*");
    private static final Pattern EVENTS = Pattern.compile(
            "(?iu).*(?:tapahtum|event|evenemang|kalenter|kalender|calend|kokou|möte|meeting|avoimet|vacanc|jobs).*");
    private static final String CONTENT = "main, article, [role=main], #content, #main, .content";
    private static final int ENOUGH = 20;
    private static final int LONG_ENOUGH = 40;
    private static final int NEAR = 4;
    private static final int FAR = 40;

    /** One block and what it says. */
    record Listed(Entry entry, Row row) {}

    /** Different addresses. */
    long size() {
        return blocks.stream().map(listed -> listed.row().url()).distinct().count();
    }

    double score() {
        var first = blocks.get(0);
        var where = around(first.entry().place()) + " " + directory(first.row().url());
        var length = blocks.stream()
                .mapToInt(listed -> listed.row().title().length())
                .average()
                .orElse(0);
        return Math.min(size(), ENOUGH)
                * Math.min(length, LONG_ENOUGH)
                * (isBeside(first.entry()) ? 0.2 : 1)
                * (first.entry().place().closest(CONTENT) == null ? 1 : 2)
                * (NEWS.matcher(where).matches() ? 1.5 : 1)
                * (EVENTS.matcher(where).matches() ? 0.3 : 1)
                * (isNewestFirst() ? 1.3 : 1);
    }

    /** With what stands out of the list, such as the latest in a larger box, because it leads to the same place. */
    Family with(List<Listed> all) {
        var directory = blocks.stream()
                .map(listed -> directory(listed.row().url()))
                .collect(Collectors.groupingBy(place -> place, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        var mine = blocks.stream().map(Listed::entry).collect(Collectors.toSet());
        return directory.isEmpty()
                ? this
                : new Family(all.stream()
                        .filter(listed -> mine.contains(listed.entry())
                                || (directory.equals(directory(listed.row().url())) && !isBeside(listed.entry())))
                        .toList());
    }

    /** Empty for the site's own. */
    private static String directory(URI url) {
        var path = String.valueOf(url.getPath());
        return path.lastIndexOf('/') < 1 ? "" : url.getHost() + path.substring(0, path.lastIndexOf('/'));
    }

    private boolean isNewestFirst() {
        var moments = blocks.stream()
                .map(listed -> listed.row().moment())
                .filter(Objects::nonNull)
                .toList();
        return moments.size() > 1
                && IntStream.range(1, moments.size())
                        .noneMatch(at -> moments.get(at).isAfter(moments.get(at - 1)));
    }

    /** Whether it stands beside the content, or below a heading that says so. */
    private static boolean isBeside(Entry entry) {
        return upwards(entry.place(), FAR).anyMatch(at -> at.nameIs("aside") || Frame.isNamed(at))
                || Frame.introducesOthers(heading(entry.place()));
    }

    private static String around(Element place) {
        return heading(place)
                + upwards(place, NEAR).map(at -> at.className() + " " + at.id()).collect(Collectors.joining(" "));
    }

    /** The nearest before the block or around it. */
    private static String heading(Element place) {
        return upwards(place, NEAR)
                .skip(1)
                .flatMap(at -> Stream.iterate(at, Objects::nonNull, Element::previousElementSibling)
                        .limit(NEAR))
                .flatMap(at ->
                        Stream.concat(Stream.of(at), at.children().stream().limit(NEAR)))
                .filter(at -> at.normalName().matches("h[1-6]"))
                .map(Element::text)
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> upwards(Element from, int levels) {
        return Stream.iterate(from, Objects::nonNull, Element::parent).limit(levels);
    }
}
