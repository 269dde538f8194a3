package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.reading.FileName;
import fi.tiedote.reading.Origin;
import fi.tiedote.release.Attachments;
import fi.tiedote.release.KeptFile;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Gathers from folders. */
@Component
class FolderSource {
    private final KnownFiles files;
    private final Stillness stillness;
    private final City city;
    private final GatherSettings limits;
    private final Attachments attachments;

    FolderSource(KnownFiles files, Stillness stillness, City city, GatherSettings limits, Attachments attachments) {
        this.attachments = attachments;
        this.files = files;
        this.stillness = stillness;
        this.city = city;
        this.limits = limits;
    }

    /** @param everything whether unchanged files are read, too */
    Outcome gather(SourceSettings source, boolean everything, Harvest harvest) {
        var round = new FolderRound(
                source.key(),
                everything,
                harvest,
                files,
                stillness,
                sighting -> read(source, sighting, attachments::keep),
                source.watch()
                        ? new Rejected(Objects.requireNonNull(source.path()).resolve(Rejected.NAME))
                        : null);
        var closed = folder(source).look(round::batch);
        return outcome(closed, round.soon());
    }

    /** Reads all and remembers nothing. */
    Outcome dryRun(SourceSettings source, Harvest harvest) {
        var closed = folder(source)
                .look(batch -> batch.forEach(sighting -> read(source, sighting, any -> {})
                        .map(file -> FolderRound.take(file, harvest))
                        .ifPresent(problem -> harvest.report(FolderRound.told(sighting, problem)))));
        return outcome(closed, false);
    }

    private Optional<FileReading> read(SourceSettings source, Sighting sighting, Consumer<KeptFile> kept) {
        URI url = sighting.file().toUri();
        var zone = source.zone() == null ? city.timeZone() : source.zone();
        return FileReading.of(sighting, largest(sighting), new Origin(url, "", zone, source.language()), kept);
    }

    /** What may carry pictures and files is as large as an answer from the web. */
    private DataSize largest(Sighting sighting) {
        return FileName.isMail(sighting.name()) || FileName.isWord(sighting.name())
                ? limits.largestFetch()
                : limits.largestFile();
    }

    private static Folder folder(SourceSettings source) {
        return new Folder(Objects.requireNonNull(source.path()));
    }

    private static Outcome outcome(Optional<String> closed, boolean soon) {
        return closed.<Outcome>map(reason -> new Outcome.Failed(reason, Duration.ZERO))
                .orElseGet(() -> new Outcome.Read(Outcome.Validators.NONE, soon));
    }
}
