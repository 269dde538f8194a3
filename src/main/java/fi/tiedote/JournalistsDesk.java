package fi.tiedote;

import fi.tiedote.feed.Accreditation;
import fi.tiedote.feed.Journalist;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "journalists",
        description = "Gives accredited journalists an address of feeds with embargoed releases, and takes it back.",
        mixinStandardHelpOptions = true)
class JournalistsDesk implements Runnable {
    private final Desk desk;
    private final JsonMapper json = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    JournalistsDesk(String... settings) {
        this.desk = new Desk(settings);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "journalists: say add, list or revoke");
    }

    @Command(
            name = "add",
            description = "Prints {id, name, address}. The address is told this once.",
            mixinStandardHelpOptions = true)
    int add(@Parameters(paramLabel = "NAME", description = "Who it is, and of which house.") String name) {
        try {
            var granted = desk.ask(
                    application -> application.getBean(Accreditation.class).grant(name));
            var line = new LinkedHashMap<String, Object>();
            line.put("id", granted.id());
            line.put("name", name);
            line.put("address", granted.address());
            print(line);
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "journalists: " + wrong.getMessage(), wrong);
        }
    }

    @Command(
            name = "list",
            description = "Prints a line for each: {id, name, created, revoked, readings, last_read}.",
            mixinStandardHelpOptions = true)
    int list() {
        desk.ask(application -> application.getBean(Accreditation.class).all())
                .forEach(journalist -> print(line(journalist)));
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "revoke",
            description = "Takes an address back: it answers 410 from now on.",
            mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID", description = "As list prints it.") long id) {
        if (desk.ask(application -> application.getBean(Accreditation.class).revoke(id))) {
            print(Map.of("revoked", id));
            return CommandLine.ExitCode.OK;
        }
        spec.commandLine().getErr().println("journalists: there is none with the id " + id);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private void print(Map<String, ?> line) {
        spec.commandLine().getOut().println(json.writeValueAsString(line));
    }

    private static Map<String, Object> line(Journalist journalist) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", journalist.id());
        line.put("name", journalist.name());
        line.put("created", journalist.createdAt().toString());
        line.put(
                "revoked",
                journalist.revokedAt() == null ? null : journalist.revokedAt().toString());
        line.put("readings", journalist.readings());
        line.put(
                "last_read",
                journalist.lastReadAt() == null ? null : journalist.lastReadAt().toString());
        return line;
    }
}
