package fi.tiedote;

import fi.tiedote.city.Language;
import fi.tiedote.delivery.EmailAddress;
import fi.tiedote.delivery.Messenger.Receipt;
import fi.tiedote.newsletter.Proofs;
import fi.tiedote.subscription.Cadence;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "send-test",
        description = "Sends one letter made from the latest releases to one address.",
        mixinStandardHelpOptions = true)
class SendTest implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "NEWSLETTER", description = "immediate, daily or weekly.")
    private String newsletter = "";

    @Parameters(index = "1", paramLabel = "ADDRESS", description = "Who gets it.")
    private String address = "";

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "fi",
            description = "fi, sv or en; fi unless given.")
    private String language = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SendTest(String... settings) {
        this.desk = new Desk(settings);
    }

    @Override
    public Integer call() {
        var cadence = known(
                Cadence.of(newsletter),
                () -> "no newsletter is called " + newsletter + ": it must be immediate, daily or weekly");
        var tongue =
                known(Language.of(language), () -> "no language is called " + language + ": it must be fi, sv or en");
        var to = known(EmailAddress.of(address), () -> address + " is no e-mail address");
        return report(desk.ask(application -> application.getBean(Proofs.class).send(cadence, tongue, to)));
    }

    private int report(Optional<Receipt> receipt) {
        if (receipt.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("send-test: there is no release in this language yet to make a letter from");
            return CommandLine.ExitCode.SOFTWARE;
        }
        var said = receipt.get();
        if (!said.accepted()) {
            spec.commandLine()
                    .getErr()
                    .println("send-test: relay " + said.relay() + " did not take it: " + said.words());
            return CommandLine.ExitCode.SOFTWARE;
        }
        spec.commandLine().getOut().println("relay " + said.relay() + " took it: " + said.words());
        return CommandLine.ExitCode.OK;
    }

    private <T> T known(Optional<T> value, Supplier<String> complaint) {
        return value.orElseThrow(() -> new ParameterException(spec.commandLine(), complaint.get()));
    }
}
