package fi.tiedote.reading;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Gives each picture the address that a script would have given it, or the best of those that it may choose from. */
class LazyPictures {
    private static final String[] LATER = {"data-src", "data-original", "data-lazy-src", "data-url"};
    private static final Pattern CANDIDATE =
            Pattern.compile("([^\\s,]\\S*?)(?:\\s+(\\d{1,6})(?:\\.\\d+)?[wx])?\\s*(?:,\\s|,?$)");
    private static final int WIDE_ENOUGH = 1600;

    private LazyPictures() {}

    static void show(Document document) {
        for (var image : document.select("img")) {
            address(image).ifPresent(address -> image.attr("src", address));
        }
    }

    private static Optional<String> address(Element image) {
        var later = Stream.of(LATER)
                .map(image::attr)
                .filter(address -> !address.isBlank())
                .findFirst();
        if (later.isPresent()) {
            return later;
        }
        var source = image.attr("src");
        if (!source.isBlank() && !source.startsWith("data:")) {
            return Optional.empty();
        }
        var picture = image.closest("picture");
        return Stream.concat(
                        Stream.of(image.attr("srcset"), image.attr("data-srcset")),
                        picture == null
                                ? Stream.empty()
                                : picture.select("source").stream()
                                        .flatMap(from -> Stream.of(from.attr("srcset"), from.attr("data-srcset"))))
                .filter(set -> !set.isBlank())
                .findFirst()
                .flatMap(LazyPictures::best);
    }

    /** The widest that is not too wide. */
    private static Optional<String> best(String set) {
        return CANDIDATE
                .matcher(set.strip())
                .results()
                .min(Comparator.comparingInt(found ->
                        Math.abs(WIDE_ENOUGH - (found.group(2) == null ? 0 : Integer.parseInt(found.group(2))))))
                .map(found -> found.group(1));
    }
}
