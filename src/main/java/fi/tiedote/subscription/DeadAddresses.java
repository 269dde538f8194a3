package fi.tiedote.subscription;

import fi.tiedote.database.Notifications;
import fi.tiedote.delivery.Suspensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Hears which addresses are dead, and sends nothing more there until somebody proves that one lives. */
@Component
class DeadAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(DeadAddresses.class);
    private static final int BATCH = 500;

    private final Suspensions suspensions;
    private final Subscriptions subscriptions;
    private final TransactionOperations transactions;

    DeadAddresses(
            Suspensions suspensions,
            Subscriptions subscriptions,
            TransactionOperations transactions,
            Notifications notifications) {
        this.suspensions = suspensions;
        this.subscriptions = subscriptions;
        this.transactions = transactions;
        notifications.on("suspension", payload -> hear());
    }

    /** Everything that is new; at the start, and whenever the database was away, too. */
    void hear() {
        while (batch() == BATCH) {
            LOG.debug("there is more");
        }
    }

    private int batch() {
        var heard = transactions.execute(transaction -> {
            var news = suspensions.take(BATCH);
            news.forEach(each -> subscriptions.suspend(each.subscriber(), !each.lifted()));
            return news;
        });
        heard.forEach(each ->
                LOG.info("subscriber {} {}", each.subscriber(), each.lifted() ? "gets mail again" : "suspended"));
        return heard.size();
    }
}
