package fi.tiedote;

import fi.tiedote.gather.Discovery;
import fi.tiedote.gather.Gathered;
import fi.tiedote.gather.Gathering;
import fi.tiedote.release.Draft;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--discover", paramLabel = "URL", description = "Print what can be gathered from there.")
    private @Nullable URI discover;

    @Option(names = "--intranet", description = "With --discover: the address may be one of your own network.")
    private boolean intranet;

    @Parameters(arity = "0..1", paramLabel = "SOURCE", description = "A key of config/sources.yml.")
    private String source = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Gather(String... settings) {
        this.desk = new Desk(settings);
    }

    @Override
    public Integer call() {
        if ((discover == null) == source.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "name a SOURCE, or give --discover URL");
        }
        return discover == null ? gather() : discover(discover);
    }

    private int gather() {
        var out = spec.commandLine().getOut();
        var gathered = desk.ask(application -> {
            var gathering = application.getBean(Gathering.class);
            return dryRun ? gathering.dryRun(source, draft -> print(out, draft)) : gathering.gather(source);
        });
        return report(gathered);
    }

    private int discover(URI url) {
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("(?i)https?")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--discover must be an address that begins with http:// or https://: " + url);
        }
        var discovered =
                desk.ask(application -> application.getBean(Discovery.class).discover(url, intranet));
        var out = spec.commandLine().getOut();
        discovered.findings().forEach(finding -> out.println(JsonMapper.shared().writeValueAsString(finding)));
        out.flush();
        if (discovered.findings().isEmpty()) {
            var reason = discovered.failure().isEmpty()
                    ? "there is neither a feed nor a list of releases there"
                    : discovered.failure();
            spec.commandLine().getErr().println("gather: " + url + ": " + reason);
        }
        return discovered.findings().isEmpty() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
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
