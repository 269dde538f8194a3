package fi.tiedote;

import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;

import fi.tiedote.delivery.Ledger;
import fi.tiedote.delivery.Progress;
import fi.tiedote.delivery.Tallies;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "issues",
        description = "Prints where the letters of each issue are, the newest issue first.",
        mixinStandardHelpOptions = true)
class Issues implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final Desk desk;
    private final JsonMapper json = JsonMapper.builder().build();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many issues; 20 unless given.")
    private int limit;

    @Option(names = "--watch", description = "Goes on: prints an issue again, each second, whenever its letters moved.")
    private boolean watch;

    @ArgGroup
    private @Nullable Verdict verdict;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Issues(String... settings) {
        this.desk = new Desk(settings);
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(spec.commandLine(), "--limit " + limit + ": it must be from 1 to " + MOST);
        }
        var decided = verdict;
        return desk.ask(application -> {
            return decided == null
                    ? report(application.getBean(Tallies.class))
                    : decide(decided, application.getBean(Ledger.class));
        });
    }

    private int decide(Verdict verdict, Ledger ledger) {
        var issue = requireNonNull(verdict.again == null ? verdict.accepted : verdict.again);
        var letters = verdict.again == null ? ledger.takeDoubtsForAccepted(issue) : ledger.sendDoubtsAgain(issue);
        if (letters == 0) {
            spec.commandLine()
                    .getErr()
                    .println("issues: issue " + issue
                            + " has no letters in doubt that this could be done with; issues lists those that have");
            return CommandLine.ExitCode.SOFTWARE;
        }
        spec.commandLine().getOut().println(json.writeValueAsString(Map.of("letters", letters)));
        return CommandLine.ExitCode.OK;
    }

    private int report(Tallies tallies) {
        Set<Progress> told = Set.of();
        do {
            var now = tallies.progress(limit);
            now.stream().filter(not(told::contains)).forEach(this::print);
            told = Set.copyOf(now);
        } while (watch && pause());
        return CommandLine.ExitCode.OK;
    }

    private void print(Progress progress) {
        var out = spec.commandLine().getOut();
        out.println(json.writeValueAsString(progress.figures()));
        out.flush();
    }

    /** What somebody decides about letters of which nobody knows whether the relay has them. */
    private static class Verdict {
        @Option(
                names = "--send-again",
                paramLabel = "ID",
                description = "Sends the letters in doubt of an issue once more, as the same messages.")
        private @Nullable Long again;

        @Option(
                names = "--count-accepted",
                paramLabel = "ID",
                description = "Counts the letters in doubt of an issue as accepted.")
        private @Nullable Long accepted;
    }

    private static boolean pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
