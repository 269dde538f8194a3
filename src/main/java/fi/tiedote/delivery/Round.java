package fi.tiedote.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The letters of one claim on their way: which comes next, and which cannot go now because of where they go. */
class Round {
    private final List<Letter> letters;
    private final Post post;
    private final Recalls recalls;
    private final List<Returned> returned = new ArrayList<>();
    /** Given out, and not carried yet. */
    private final List<Letter> underWay = new ArrayList<>();

    private int place;
    private @Nullable String domain;

    Round(List<Letter> letters, Post post, Recalls recalls) {
        this.letters = letters;
        this.post = post;
        this.recalls = recalls;
    }

    /** The next letter that may go; null when there is none. */
    @Nullable
    Letter next() {
        while (place < letters.size()) {
            var letter = letters.get(place++);
            if (!recalls.contains(letter) && mayGo(letter)) {
                underWay.add(letter);
                return letter;
            }
        }
        return null;
    }

    /** A letter has been carried. */
    void carried(Letter letter) {
        underWay.remove(letter);
    }

    /** Ends it early or late. @return what goes back to the queue */
    List<Returned> end() {
        underWay.forEach(letter -> returned.add(new Returned(letter)));
        letters.subList(place, letters.size()).forEach(letter -> returned.add(new Returned(letter)));
        place = letters.size();
        move(null);
        return returned;
    }

    private boolean mayGo(Letter letter) {
        var to = Manners.domain(letter);
        var later = post.manners().enter(to, domain);
        if (later != null) {
            var shunned = letter.doubts() == 0
                    && post.manners().isClosed(to)
                    && post.scales().hasOther(post.relay());
            returned.add(new Returned(letter, shunned ? post.breakers().now() : later, shunned));
            return false;
        }
        move(to);
        return true;
    }

    private void move(@Nullable String to) {
        if (domain != null && !domain.equals(to)) {
            post.manners().leave(domain);
        }
        domain = to;
    }
}
