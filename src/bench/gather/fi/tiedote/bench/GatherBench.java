package fi.tiedote.bench;

import java.util.List;
import java.util.stream.Stream;

/** {@code src/bench/gather/run} starts it. */
public class GatherBench {
    public static void main(String[] arguments) throws Exception {
        var options = List.of(arguments);
        switch (options.isEmpty() ? "" : options.get(0)) {
            case "parse" -> new ParseBench(number(options, "--rounds=", 9)).run(files(options));
            case "round" ->
                new RoundBench(
                                number(options, "--sources=", 2000),
                                number(options, "--changed=", 200),
                                number(options, "--rounds=", 3))
                        .run();
            default -> System.err.println("usage: src/bench/gather/run parse|round; the script says more");
        }
        System.exit(0);
    }

    private static List<String> files(List<String> options) {
        return options.stream()
                .skip(1)
                .filter(option -> !option.startsWith("--"))
                .toList();
    }

    private static int number(List<String> options, String name, int usual) {
        return Stream.concat(
                        options.stream()
                                .filter(option -> option.startsWith(name))
                                .map(option -> Integer.parseInt(option.substring(name.length()))),
                        Stream.of(usual))
                .findFirst()
                .orElseThrow();
    }
}
