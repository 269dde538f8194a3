package fi.tiedote.subscription;

import fi.tiedote.delivery.Ledger;
import fi.tiedote.delivery.Purpose;
import fi.tiedote.delivery.Seals;
import fi.tiedote.release.Selection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What subscribers can do with the links in their letters: see what they hold, change it, and leave. */
@Service
public class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Pattern SUBJECT = Pattern.compile("(\\d{1,18})\\.([a-z-]{1,40})");

    private final Subscriptions subscriptions;
    private final Ledger ledger;
    private final Seals seals;
    private final TransactionOperations transactions;

    public Membership(Subscriptions subscriptions, Ledger ledger, Seals seals, TransactionOperations transactions) {
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.seals = seals;
        this.transactions = transactions;
    }

    /** Whose link to unsubscribe it is, and from what. It never expires; what it points to may be gone already. */
    public Optional<Member> memberByUnsubscribe(String token) {
        return member(Purpose.UNSUBSCRIBE, token);
    }

    /** Whose link to the preferences it is. */
    public Optional<Member> memberByPreferences(String token) {
        return member(Purpose.PREFERENCES, token);
    }

    /** A token for the preferences page of who holds a token of any kind for it. */
    public String preferencesToken(Member member) {
        return seals.seal(
                Purpose.PREFERENCES,
                member.subscriber() + "." + member.cadence().key());
    }

    /** Empty for who has left. */
    public List<Subscription> held(Member member) {
        return subscriptions.heldBy(member.subscriber());
    }

    /** The address that a member's letters go to; empty for who has left. */
    public Optional<String> address(Member member) {
        return subscriptions.address(member.subscriber());
    }

    /** Ends everything that a member gets at the cadence of the letter; doing it twice is once. */
    public void unsubscribe(Member member) {
        end(member, member.cadence());
    }

    /** Ends everything. */
    public void leave(Member member) {
        Stream.of(Cadence.values()).forEach(cadence -> end(member, cadence));
    }

    /** Ends one subscription; letters of it that are not on the wire yet are cancelled unless another one asks for them. */
    public void end(Member member, long subscription) {
        transactions.executeWithoutResult(transaction -> {
            subscriptions.end(member.subscriber(), subscription).ifPresent(cadence -> settle(member, cadence));
            subscriptions.forgetWhoHoldsNothing(member.subscriber());
        });
    }

    /** One subscription instead of another; nothing happens where the member does not hold that one. */
    public void change(Member member, long subscription, Selection selection, Cadence cadence) {
        transactions.executeWithoutResult(transaction -> subscriptions
                .end(member.subscriber(), subscription)
                .ifPresent(before -> {
                    subscriptions.add(member.subscriber(), selection, cadence);
                    settle(member, before);
                    LOG.info("subscription {} changed", subscription);
                }));
    }

    private void end(Member member, Cadence cadence) {
        transactions.executeWithoutResult(transaction -> {
            var ended = subscriptions.endAll(member.subscriber(), cadence);
            ledger.cancel(member.subscriber(), cadence.key());
            subscriptions.forgetWhoHoldsNothing(member.subscriber());
            if (ended > 0) {
                LOG.info("subscriber {} left {}", member.subscriber(), cadence.key());
            }
        });
    }

    private void settle(Member member, Cadence ended) {
        var more = subscriptions.heldBy(member.subscriber()).stream().anyMatch(held -> held.cadence() == ended);
        if (!more) {
            ledger.cancel(member.subscriber(), ended.key());
        }
    }

    private Optional<Member> member(Purpose purpose, String token) {
        return seals.open(purpose, token)
                .map(SUBJECT::matcher)
                .filter(subject -> subject.matches())
                .flatMap(subject -> Cadence.of(subject.group(2))
                        .map(cadence -> new Member(Long.parseLong(subject.group(1)), cadence)));
    }
}
