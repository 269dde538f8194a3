package fi.tiedote;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Takes the command line apart: settings ({@code --server.port=9090}) go to Spring, the rest is a command with its own
 * options. Without a command, {@code serve} is meant.
 */
class CommandDesk {
    private static final Pattern SETTING = Pattern.compile("--[a-z][a-z0-9-]*[.\\[][^=]*=.*", Pattern.DOTALL);

    private final String[] settings;
    private final String[] words;

    CommandDesk(String... arguments) {
        this.settings = chosen(arguments, true);
        var rest = chosen(arguments, false);
        this.words = rest.length == 0 ? new String[] {"serve"} : rest;
    }

    int execute() {
        return commandLine().execute(words);
    }

    CommandLine commandLine() {
        return new CommandLine(new Overview())
                .addSubcommand(new Serve(settings))
                .addSubcommand(new Gather(settings))
                .addSubcommand(new Inspect())
                .addSubcommand(new SendTest(settings))
                .addSubcommand(new Issues(settings))
                .addSubcommand(new DkimDns(settings))
                .addSubcommand(new JournalistsDesk(settings))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(line.getCommandName() + ": " + reason(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    List<String> settings() {
        return List.of(settings);
    }

    private static String[] chosen(String[] arguments, boolean setting) {
        return Stream.of(arguments)
                .filter(argument -> SETTING.matcher(argument).matches() == setting)
                .toArray(String[]::new);
    }

    private static String reason(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    @Command(
            name = "tiedote",
            description = "The press service of a city.",
            synopsisSubcommandLabel = "[COMMAND]",
            mixinStandardHelpOptions = true,
            footer = "Every setting of config/ can be given too: --server.port=9090, --tiedote.home=DIR.")
    private static class Overview {}
}
