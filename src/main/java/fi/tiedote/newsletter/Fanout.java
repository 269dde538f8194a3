package fi.tiedote.newsletter;

import fi.tiedote.city.Language;
import fi.tiedote.delivery.Edition;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.Readership;
import fi.tiedote.subscription.Subscriptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes one letter for each person of an audience, page by page, each page in a transaction of its own. Two threads take
 * the pages in turn, so that one page is read while another is written.
 */
@Component
class Fanout {
    private final Subscriptions subscriptions;
    private final Ledger ledger;
    private final TransactionOperations transactions;

    Fanout(Subscriptions subscriptions, Ledger ledger, TransactionOperations transactions) {
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * @param edition what readers get, if anything; asked by two threads, outside of transactions: letters of other pages
     *     may be of the same edition
     * @param afterEachPage called outside of the transaction
     * @return how many letters were new
     */
    int write(
            Cadence cadence,
            Collection<Long> choices,
            Function<Readership, Optional<Edition>> edition,
            Runnable afterEachPage) {
        var run = new Run(new Pages(subscriptions, cadence, choices), edition, afterEachPage);
        var first = run.page();
        if (run.pages.areOver()) {
            return first;
        }
        var others = CompletableFuture.supplyAsync(run::all, task -> new Thread(task, "fanout").start());
        try {
            return first + run.all() + others.join();
        } finally {
            // Nothing is written any more when this has failed.
            others.exceptionally(failed -> 0).join();
        }
    }

    private class Run {
        private final Pages pages;
        private final Function<Readership, Optional<Edition>> edition;
        private final Runnable afterEachPage;
        private final Map<Kind, Optional<Edition>> set = new ConcurrentHashMap<>();

        Run(Pages pages, Function<Readership, Optional<Edition>> edition, Runnable afterEachPage) {
            this.pages = pages;
            this.edition = edition;
            this.afterEachPage = afterEachPage;
        }

        int all() {
            var written = 0;
            while (!pages.areOver()) {
                written += page();
            }
            return written;
        }

        int page() {
            try {
                var written = pages.next().map(this::write).orElse(0);
                afterEachPage.run();
                return written;
            } catch (RuntimeException | Error failed) {
                pages.end();
                throw failed;
            }
        }

        /** Where an edition is missing it is set, and the page read once more. */
        private int write(Pages.Page page) {
            var missing = new ArrayList<Readership>();
            var written = transactions.execute(transaction -> write(pages.read(page), missing));
            missing.forEach(readers -> set.put(Kind.of(readers), edition.apply(readers)));
            return missing.isEmpty() ? written : write(page);
        }

        private int write(List<Readership> page, List<Readership> missing) {
            page.stream().filter(readers -> !set.containsKey(Kind.of(readers))).forEach(missing::add);
            return missing.isEmpty() ? page.stream().mapToInt(this::queue).sum() : 0;
        }

        private int queue(Readership readers) {
            return set.getOrDefault(Kind.of(readers), Optional.empty())
                    .map(found -> ledger.queue(found, readers.subscribers(), readers.addresses()))
                    .orElse(0);
        }
    }

    /** Readers of one kind get the same edition. */
    private record Kind(Language language, List<Long> choices) {
        static Kind of(Readership readers) {
            return new Kind(readers.language(), readers.choices());
        }
    }
}
