package fi.tiedote.gather;

import java.net.URI;

/**
 * One look at a source on the web.
 *
 * @param known what makes the first fetch conditional; none reads everything again
 * @param from where to begin: the settings' address, or where it has moved to
 * @param mark where the look before got to, in the words of its kind; empty at the beginning
 * @param alone whether it leaves no trace in the database, not even for the other nodes' sake
 */
record Look(SourceSettings source, Outcome.Validators known, URI from, String mark, Harvest harvest, boolean alone) {
    Look(SourceSettings source, Outcome.Validators known, URI from, String mark, Harvest harvest) {
        this(source, known, from, mark, harvest, false);
    }
}
