package fi.tiedote.bench;

import fi.tiedote.city.Language;
import fi.tiedote.delivery.Addressee;
import fi.tiedote.delivery.Editions;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.delivery.Priority;
import fi.tiedote.delivery.Sheet;
import fi.tiedote.delivery.Slot;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service, as {@code serve} runs it, with the database on board. */
record Office(ConfigurableApplicationContext context) implements AutoCloseable {
    private static final int BATCH = 20_000;

    static Office open(int port, int connections, List<String> settings) throws ClassNotFoundException {
        var own = Stream.of(
                "--server.port=0",
                "--tiedote.sources=",
                "--tiedote.data=target/bench-send/data",
                "--logging.level.root=error",
                "--logging.level.fi.tiedote=warn",
                "--logging.level.org.quartz=off",
                "--logging.level.org.springframework=error",
                "--logging.level.com.zaxxer.hikari=error",
                "--tiedote.relays[0].host=127.0.0.1",
                "--tiedote.relays[0].port=" + port,
                "--tiedote.relays[0].connections=" + connections);
        return new Office(SpringApplication.run(
                Class.forName("fi.tiedote.Tiedote"), Stream.concat(own, settings.stream()).toArray(String[]::new)));
    }

    /** From the commit of the first letters until the ledger knows that the relay took all. */
    Round send(int letters) throws InterruptedException {
        var ledger = context.getBean(Ledger.class);
        var before = accepted();
        var edition = edition(ledger);
        var own = Cpu.own();
        var database = Cpu.postgres();
        var begin = System.nanoTime();
        for (var from = 1L; from <= letters; from += BATCH) {
            ledger.queue(edition, people(from, Math.min(letters, from + BATCH - 1)));
            if (from == 1) {
                begin = System.nanoTime();
            }
        }
        while (accepted() - before < letters) {
            Thread.sleep(2);
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        var cpuOwn = Cpu.own() - own;
        var cpuDatabase = Cpu.postgres() - database;
        System.out.printf(
                "    own %.0f µs, PostgreSQL %.0f µs a letter%n", cpuOwn / letters * 1e6, cpuDatabase / letters * 1e6);
        return new Round("tiedote", letters / seconds, (cpuOwn + cpuDatabase) / letters * 1e6);
    }

    /** How many letters PostgreSQL read because it read the table from end to end. */
    long scanned() {
        return JdbcClient.create(context.getBean(DataSource.class))
                .sql("SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'letter'")
                .query(Long.class)
                .single();
    }

    int messageSize() {
        return JdbcClient.create(context.getBean(DataSource.class))
                .sql("SELECT length(plate) FROM edition ORDER BY id DESC LIMIT 1")
                .query(Integer.class)
                .single();
    }

    private fi.tiedote.delivery.Edition edition(Ledger ledger) {
        var issue = ledger.open("daily", "bench-" + System.nanoTime(), Priority.DIGEST);
        return context.getBean(Editions.class).keep(issue, "fi", sheet());
    }

    /** About 40 kB when it is encoded, with links of one's own in both parts. */
    private static Sheet sheet() {
        var story = "Uimahalli on suljettu huoltotöiden vuoksi. Lisätietoja antaa vapaa-aikapalvelut. ";
        var html = ("<p>" + story.repeat(4) + "</p>\n").repeat(68);
        var text = (story.repeat(4) + "\n\n").repeat(34);
        return new Sheet(
                Language.FI,
                "Päivän tiedotteet",
                html + "<a href=\"https://tiedote.example.fi/u/" + Slot.UNSUBSCRIBE.mark() + "\">Peru</a>",
                text + "https://tiedote.example.fi/u/" + Slot.UNSUBSCRIBE.mark());
    }

    private static List<Addressee> people(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> new Addressee(id, "tilaaja" + id + "@example.org"))
                .toList();
    }

    private double accepted() {
        return context.getBean(MeterRegistry.class).find("tiedote.letters").tag("outcome", "accepted").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }
}
