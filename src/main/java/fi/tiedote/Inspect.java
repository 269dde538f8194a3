package fi.tiedote;

import fi.tiedote.reading.Inspection;
import fi.tiedote.reading.Origin;
import fi.tiedote.reading.Parser;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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
        name = "inspect",
        description = "Reads files as the gatherer would read such answers, and prints one JSON line for each.",
        mixinStandardHelpOptions = true)
class Inspect implements Callable<Integer> {
    private static final int LARGEST = 20 << 20;

    @Option(names = "--content-type", paramLabel = "CT", description = "What HTTP would call them.")
    private String contentType = "";

    @Option(names = "--url", paramLabel = "U", description = "Where they would come from; relative links follow it.")
    private @Nullable URI url;

    @Option(names = "--raw", description = "Leave HTML as it is, scripts and all.")
    private boolean raw;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A feed, a text or a web page; - is standard input.")
    private List<String> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (url != null && !url.isAbsolute()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--url must be absolute: " + url);
        }
        var out = spec.commandLine().getOut();
        var allRead = true;
        for (var file : files) {
            var inspection = inspection(file);
            allRead &= !inspection.hasNothing();
            out.println(JsonMapper.shared().writeValueAsString(inspection));
        }
        out.flush();
        return allRead ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Inspection inspection(String file) {
        try {
            var bytes = bytes(file);
            return bytes.length > LARGEST
                    ? Inspection.nothing(file, "it is larger than 20 MB")
                    : Inspection.of(file, Parser.read(bytes, origin(file)), raw);
        } catch (IOException | RuntimeException | StackOverflowError unread) {
            return Inspection.nothing(file, "it cannot be read: " + unread);
        }
    }

    private Origin origin(String file) {
        return new Origin(url == null ? Path.of(file).toUri() : url, contentType, null, null);
    }

    private static byte[] bytes(String file) throws IOException {
        if (file.equals("-")) {
            return System.in.readNBytes(LARGEST + 1);
        }
        try (InputStream stream = new FileInputStream(file)) {
            return stream.readNBytes(LARGEST + 1);
        }
    }
}
