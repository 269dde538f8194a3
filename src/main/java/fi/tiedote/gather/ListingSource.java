package fi.tiedote.gather;

import fi.tiedote.reading.PageRules;
import java.time.Duration;

/** Gathers from pages of HTML that list releases, and from the pages that they lead to. */
class ListingSource implements WebSource {
    private final Web web;
    private final KnownPages pages;

    ListingSource(Web web, KnownPages pages) {
        this.web = web;
        this.pages = pages;
    }

    /** The list's first page is always asked for; a first import walks on from where the last look stopped. */
    @Override
    public Outcome gather(Look look) {
        var backlog = look.alone() ? new Notepad() : pages.of(look.source().key());
        return new ListingWalk(look, backlog, web).outcome();
    }

    static Outcome.Failed empty(PageRules rules, boolean hadSome) {
        var looked = rules.entry() == null
                ? "there are no blocks that repeat with a date and a link"
                : "nothing matches rules.entry " + rules.entry();
        return new Outcome.Failed(
                hadSome
                        ? "the list has become empty: " + looked
                                + " any more; see whether the page has changed, and mend the rules"
                        : looked + ": give the address of the list itself, or rules such as entry, title and date",
                Duration.ZERO);
    }
}
