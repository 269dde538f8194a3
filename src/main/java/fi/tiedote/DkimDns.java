package fi.tiedote;

import fi.tiedote.delivery.Signers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "dkim-dns",
        description = "Prints the DNS records of the keys in tiedote.dkim, as zone files have them.",
        mixinStandardHelpOptions = true)
class DkimDns implements Callable<Integer> {
    private final Desk desk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DkimDns(String... settings) {
        this.desk = new Desk(settings);
    }

    @Override
    public Integer call() {
        List<String> records =
                desk.ask(application -> application.getBean(Signers.class).records());
        records.forEach(spec.commandLine().getOut()::println);
        if (records.isEmpty()) {
            spec.commandLine().getErr().println("dkim-dns: tiedote.dkim names no key");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return CommandLine.ExitCode.OK;
    }
}
