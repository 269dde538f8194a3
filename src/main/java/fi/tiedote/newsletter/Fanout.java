package fi.tiedote.newsletter;

import fi.tiedote.delivery.Addressee;
import fi.tiedote.delivery.Edition;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.Recipient;
import fi.tiedote.subscription.Subscriptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes one letter for each person of an audience, page by page, each page in a transaction of its own. */
@Component
class Fanout {
    private static final int PAGE = 1_000;

    private final Subscriptions subscriptions;
    private final Ledger ledger;
    private final TransactionOperations transactions;

    Fanout(Subscriptions subscriptions, Ledger ledger, TransactionOperations transactions) {
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * @param edition what somebody gets, if anything
     * @param afterEachPage called outside of the transaction
     * @return how many letters were new
     */
    int write(
            Cadence cadence,
            Collection<Long> choices,
            Function<Recipient, Optional<Edition>> edition,
            Runnable afterEachPage) {
        var written = 0;
        var last = 0L;
        while (last >= 0) {
            var after = last;
            var page = transactions.execute(transaction -> page(cadence, choices, after, edition));
            written += page.letters();
            last = page.last();
            afterEachPage.run();
        }
        return written;
    }

    private Page page(
            Cadence cadence, Collection<Long> choices, long after, Function<Recipient, Optional<Edition>> edition) {
        var recipients = subscriptions.recipients(cadence, choices, after, PAGE);
        Map<Edition, List<Addressee>> letters = new LinkedHashMap<>();
        for (var recipient : recipients) {
            edition.apply(recipient).ifPresent(found -> letters.computeIfAbsent(found, any -> new ArrayList<>())
                    .add(new Addressee(recipient.subscriber(), recipient.address())));
        }
        var written = letters.entrySet().stream()
                .mapToInt(entry -> ledger.queue(entry.getKey(), entry.getValue()))
                .sum();
        return new Page(
                written,
                recipients.isEmpty()
                        ? -1
                        : recipients.get(recipients.size() - 1).subscriber());
    }

    /** @param last id of the page's last person; -1 after the last page */
    private record Page(int letters, long last) {}
}
