package fi.tiedote.release;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of some drafts their sources have brought before. */
class Known {
    private final Filing filing;
    private final Map<Item, Stored> stored;
    private final Map<Item, Long> sighted;
    private final Set<Item> forgotten = new HashSet<>();

    private Known(Filing filing, Map<Item, Stored> stored, Map<Item, Long> sighted) {
        this.filing = filing;
        this.stored = stored;
        this.sighted = sighted;
    }

    /** What a source tells one version of a release apart by. */
    record Item(String source, String item, String language) {
        static Item of(Manuscript manuscript) {
            var draft = manuscript.draft();
            return new Item(draft.source(), draft.item(), manuscript.language());
        }
    }

    static Known of(Filing filing, List<Manuscript> manuscripts) {
        var items = manuscripts.stream().map(Item::of).toList();
        return new Known(filing, filing.stored(items), filing.sightings().find(items));
    }

    boolean has(Manuscript manuscript) {
        var item = Item.of(manuscript);
        return stored.containsKey(item) || sighted.containsKey(item);
    }

    Optional<Stored> stored(Manuscript manuscript) {
        var item = Item.of(manuscript);
        return Optional.ofNullable((forgotten.contains(item) ? filing.stored(List.of(item)) : stored).get(item));
    }

    Optional<Long> sighted(Manuscript manuscript) {
        var item = Item.of(manuscript);
        return Optional.ofNullable(
                (forgotten.contains(item) ? filing.sightings().find(List.of(item)) : sighted).get(item));
    }

    /** It was kept since: who asks again gets what it has become. */
    void forget(Manuscript manuscript) {
        forgotten.add(Item.of(manuscript));
    }
}
