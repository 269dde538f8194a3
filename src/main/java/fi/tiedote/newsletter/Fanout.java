package fi.tiedote.newsletter;

import fi.tiedote.delivery.Edition;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.Readership;
import fi.tiedote.subscription.Subscriptions;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes one letter for each person of an audience, page by page, each page in a transaction of its own. */
@Component
class Fanout {
    private static final int PAGE = 10_000;

    private final Subscriptions subscriptions;
    private final Ledger ledger;
    private final TransactionOperations transactions;

    Fanout(Subscriptions subscriptions, Ledger ledger, TransactionOperations transactions) {
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * @param edition what readers get, if anything
     * @param afterEachPage called outside of the transaction
     * @return how many letters were new
     */
    int write(
            Cadence cadence,
            Collection<Long> choices,
            Function<Readership, Optional<Edition>> edition,
            Runnable afterEachPage) {
        var written = 0;
        var last = OptionalLong.of(0);
        while (last.isPresent()) {
            var after = last.getAsLong();
            var page = transactions.execute(transaction -> page(cadence, choices, after, edition));
            written += page.letters();
            last = page.last();
            afterEachPage.run();
        }
        return written;
    }

    private Page page(
            Cadence cadence, Collection<Long> choices, long after, Function<Readership, Optional<Edition>> edition) {
        var end = subscriptions.endOfPage(cadence, choices, after, PAGE);
        var written = 0;
        if (end.isPresent()) {
            for (var readers : subscriptions.readers(cadence, choices, after, end.getAsLong())) {
                written += edition.apply(readers)
                        .map(found -> ledger.queue(found, readers.subscribers(), readers.addresses()))
                        .orElse(0);
            }
        }
        return new Page(written, end);
    }

    /** @param last id of the page's last person; empty after the last page */
    private record Page(int letters, OptionalLong last) {}
}
