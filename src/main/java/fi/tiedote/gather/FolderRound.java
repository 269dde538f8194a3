package fi.tiedote.gather;

import fi.tiedote.reading.Document;
import fi.tiedote.reading.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One look into a folder: takes in what is new or changed, once it stands still, and remembers each file. */
class FolderRound {
    private final String source;
    private final boolean everything;
    private final Harvest harvest;
    private final KnownFiles files;
    private final Stillness stillness;
    private final Function<Sighting, Optional<FileReading>> reader;
    private final @Nullable Rejected rejected;
    private boolean soon;

    /**
     * @param everything whether unchanged files are read, too
     * @param rejected null where bad files stay where they are
     */
    FolderRound(
            String source,
            boolean everything,
            Harvest harvest,
            KnownFiles files,
            Stillness stillness,
            Function<Sighting, Optional<FileReading>> reader,
            @Nullable Rejected rejected) {
        this.rejected = rejected;
        this.source = source;
        this.everything = everything;
        this.harvest = harvest;
        this.files = files;
        this.stillness = stillness;
        this.reader = reader;
    }

    /** Whether a file is still being written. */
    boolean soon() {
        return soon;
    }

    void batch(List<Sighting> batch) {
        var known = files.among(source, batch);
        batch.forEach(sighting -> look(sighting, known.get(sighting.name())));
    }

    /** @return what is wrong with the item or its file */
    static @Nullable String take(FileReading file, Harvest harvest) {
        if (file.reading() instanceof Document document) {
            return document.items().stream()
                    .flatMap(item -> harvest.take(item).stream())
                    .findFirst()
                    .orElse(null);
        }
        return file.reading() instanceof Unreadable unreadable ? unreadable.reason() : null;
    }

    static String told(Sighting sighting, String problem) {
        return "file " + sighting.shown() + " was not taken: " + problem;
    }

    private void look(Sighting sighting, @Nullable KnownFile known) {
        var unchanged = known != null && known.isAs(sighting) && known.fingerprint() != null;
        if (unchanged && !everything) {
            return;
        }
        if (stillness.has(sighting)) {
            reader.apply(sighting).ifPresent(file -> settle(sighting, known, file));
        } else {
            soon = true;
        }
    }

    private void settle(Sighting sighting, @Nullable KnownFile known, FileReading file) {
        if (!Folder.sighting(sighting.file()).equals(Optional.of(sighting))) {
            soon = true; // it changed, or went, while we read it
            return;
        }
        var problem = isTaken(known, file) ? null : take(file, harvest);
        if (problem != null && isMoved(sighting, file, problem)) {
            harvest.report(told(sighting, problem) + "; it lies in " + Rejected.NAME + "/ now");
            return;
        }
        if (problem != null && !isTold(sighting, known, problem)) {
            harvest.report(told(sighting, problem));
        }
        var mayPass = problem != null && file.reading() instanceof Document;
        files.remember(source, sighting, mayPass ? null : file.fingerprint(), problem);
    }

    /** Not one that nobody has written yet, and not one that is good and could only not be kept. */
    private boolean isMoved(Sighting sighting, FileReading file, String problem) {
        return rejected != null
                && file.reading() instanceof Unreadable
                && file.fingerprint() != null
                && sighting.bytes() > 0
                && rejected.take(sighting, problem);
    }

    /** Its time changed and its bytes did not. */
    private boolean isTaken(@Nullable KnownFile known, FileReading file) {
        return !everything
                && known != null
                && known.problem() == null
                && known.fingerprint() != null
                && known.fingerprint().equals(file.fingerprint());
    }

    private static boolean isTold(Sighting sighting, @Nullable KnownFile known, String problem) {
        return known != null && known.isAs(sighting) && problem.equals(known.problem());
    }
}
