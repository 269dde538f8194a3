package fi.tiedote;

import fi.tiedote.gather.Gathered;
import fi.tiedote.gather.Gathering;
import fi.tiedote.release.Draft;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "gather",
        description = "Looks at a source now, due or not, and prints what was found as JSON lines.",
        mixinStandardHelpOptions = true)
class Gather implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--dry-run", description = "Print what would be stored, and store nothing.")
    private boolean dryRun;

    @Parameters(paramLabel = "SOURCE", description = "A key of config/sources.yml.")
    private String source = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Gather(String... settings) {
        this.desk = new Desk(settings);
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var gathered = desk.ask(application -> {
            var gathering = application.getBean(Gathering.class);
            return dryRun ? gathering.dryRun(source, draft -> print(out, draft)) : gathering.gather(source);
        });
        return report(gathered);
    }

    private int report(Gathered gathered) {
        var err = spec.commandLine().getErr();
        gathered.problems().forEach(problem -> err.println("gather: " + problem));
        err.println(summary(gathered));
        return !gathered.failure().isEmpty() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private String summary(Gathered gathered) {
        return gathered.failure().isEmpty()
                ? "gather: source %s: %d new, %d corrected, %d unchanged%s"
                        .formatted(
                                gathered.source(),
                                gathered.created(),
                                gathered.corrected(),
                                gathered.unchanged(),
                                dryRun ? " (nothing was stored)" : "")
                : "gather: source %s: %s".formatted(gathered.source(), gathered.failure());
    }

    private static void print(PrintWriter out, Draft draft) {
        out.println(JsonMapper.shared().writeValueAsString(draft));
        out.flush();
    }
}
