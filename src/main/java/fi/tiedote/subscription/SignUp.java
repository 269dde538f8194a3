package fi.tiedote.subscription;

import fi.tiedote.city.City;
import fi.tiedote.delivery.Addressee;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.delivery.Priority;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Double opt-in: a wish gets a letter to its address, and only who reads that letter can confirm it. */
@Service
public class SignUp {
    /** The newsletter, in the ledger's sense, of the letters that ask for a confirmation. */
    static final String NEWSLETTER = "confirmation";

    private static final Logger LOG = LoggerFactory.getLogger(SignUp.class);

    private final Confirmations confirmations;
    private final Subscriptions subscriptions;
    private final ConfirmationLetter letter;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final City city;
    private final Clock clock;

    public SignUp(
            Confirmations confirmations,
            Subscriptions subscriptions,
            ConfirmationLetter letter,
            Ledger ledger,
            TransactionOperations transactions,
            City city,
            Clock clock) {
        this.confirmations = confirmations;
        this.subscriptions = subscriptions;
        this.letter = letter;
        this.ledger = ledger;
        this.transactions = transactions;
        this.city = city;
        this.clock = clock;
    }

    /** The same work and the same answer for addresses that are known and those that are not. */
    public void request(Wish wish) {
        var token = Token.fresh();
        var day = LocalDate.ofInstant(clock.instant(), city.timeZone());
        transactions.executeWithoutResult(transaction -> {
            var issue = ledger.open(NEWSLETTER, day.toString(), Priority.CONFIRMATION);
            var edition = letter.edition(issue, wish.language());
            confirmations.keep(wish, token.hash(), day).ifPresent(id -> {
                ledger.queue(edition, List.of(new Addressee(id, wish.address().toString(), token.text())));
                LOG.info("confirmation {} requested", id);
            });
        });
    }

    /** What a token would confirm; empty when it is unknown, used or expired. */
    public Optional<Pending> find(String token) {
        return confirmations.find(new Token(token).hash()).map(Confirmations.Asked::pending);
    }

    /** Makes the wish of a token a subscription; the second time, and after seven days, it is no token any more. */
    public Optional<Pending> confirm(String token) {
        return transactions.execute(transaction -> {
            var asked = confirmations.take(new Token(token).hash());
            asked.ifPresent(found -> {
                subscriptions.begin(found.pending(), found.requestedAt(), found.form());
                LOG.info("confirmation {} confirmed", found.pending().id());
            });
            return asked.map(Confirmations.Asked::pending);
        });
    }
}
