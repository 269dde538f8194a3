package fi.tiedote;

import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "serve",
        description = "Gathers, publishes and sends until it is stopped (the default command).",
        mixinStandardHelpOptions = true)
class Serve implements Callable<Integer> {
    /** What {@link #call} gives while the started application goes on in its own threads. */
    static final int SERVING = -1;

    private final String[] settings;

    Serve(String... settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        try {
            SpringApplication.run(Tiedote.class, settings);
            return SERVING;
        } catch (RuntimeException reported) {
            // Spring Boot has already told what is wrong and what to do.
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
