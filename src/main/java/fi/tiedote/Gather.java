package fi.tiedote;

import fi.tiedote.gather.Discovery;
import fi.tiedote.gather.Gathered;
import fi.tiedote.gather.Gathering;
import fi.tiedote.gather.SourceHealth;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "gather",
        description = "Looks at a source now, due or not, or tells how the sources are.",
        mixinStandardHelpOptions = true)
class Gather implements Callable<Integer> {
    private static final JsonMapper LINES = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Desk desk;

    @Option(names = "--dry-run", description = "Print what would be stored as JSON lines, and store nothing.")
    private boolean dryRun;

    @Option(
            names = "--now",
            description = "Look at it even while it is to be left alone or was stopped (so does gather alone).")
    private boolean now;

    @Option(names = "--health", description = "Print how each source is, or this one, as JSON lines; look at none.")
    private boolean health;

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
        if (health) {
            require(
                    !dryRun && !now && discover == null,
                    "--health looks at no source: give it alone, or with a SOURCE");
            return tell(
                    desk.ask(application -> application.getBean(Gathering.class).health()));
        }
        require(!dryRun || !now, "--dry-run stores nothing and --now stores what it finds: choose one");
        require((discover == null) != source.isEmpty(), "name a SOURCE, or give --discover URL");
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

    private int tell(List<SourceHealth> all) {
        var asked = all.stream()
                .filter(each -> source.isEmpty() || each.source().equals(source))
                .toList();
        if (asked.isEmpty() && !source.isEmpty()) {
            throw new IllegalArgumentException("no source \"" + source + "\" in config/sources.yml");
        }
        asked.forEach(each -> spec.commandLine().getOut().println(LINES.writeValueAsString(each)));
        return CommandLine.ExitCode.OK;
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
        if (!discovered.findings().isEmpty()) {
            var best = discovered.findings().get(0);
            spec.commandLine()
                    .getErr()
                    .printf(
                            "gather: %s: %s; the best is the first. To gather from it, put this at the end of config/sources.yml:%n%s",
                            url, ways(discovered.findings().size()), best.yaml());
        }
        if (discovered.findings().isEmpty()) {
            var reason = discovered.failure().isEmpty()
                    ? "there is neither a feed nor a list of releases there"
                    : discovered.failure();
            spec.commandLine().getErr().println("gather: " + url + ": " + reason);
        }
        return discovered.findings().isEmpty() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private static String ways(int count) {
        return count == 1
                ? "there is one way to gather from there"
                : "there are " + count + " ways to gather from there";
    }

    private int report(Gathered gathered) {
        var err = spec.commandLine().getErr();
        gathered.problems().forEach(problem -> err.println("gather: source " + gathered.source() + ": " + problem));
        err.println("gather: source " + gathered.source() + at(gathered) + ": " + summary(gathered));
        return gathered.failure().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static String at(Gathered gathered) {
        return gathered.address().isEmpty() ? "" : " (" + gathered.address() + ")";
    }

    private String summary(Gathered gathered) {
        if (!gathered.failure().isEmpty()) {
            return gathered.failure() + next(gathered);
        }
        return "%d new, %d corrected, %d unchanged%s"
                .formatted(
                        gathered.created(),
                        gathered.corrected(),
                        gathered.unchanged(),
                        dryRun ? " (nothing was stored)" : next(gathered));
    }

    private static String next(Gathered gathered) {
        return gathered.next() == null ? "" : "; next look at " + gathered.next();
    }

    private void require(boolean fulfilled, String demand) {
        if (!fulfilled) {
            throw new CommandLine.ParameterException(spec.commandLine(), demand);
        }
    }

    private static void print(PrintWriter out, Object line) {
        out.println(JsonMapper.shared().writeValueAsString(line));
        out.flush();
    }
}
