package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.Draft;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTests {
    private static final Instant LONG_AGO = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = new Newsroom(database, clock, Newsroom.folder("inbox", folder));
    }

    @AfterEach
    void close() throws Exception {
        newsroom.close();
    }

    @Test
    void theFirstImportIsAnnouncedToNobodyAndWhatComesLaterIs() throws IOException {
        drop("old.fi.txt", release("Vanha"));
        assertThat(newsroom.gathering.gather("inbox").created()).isEqualTo(1);

        drop("new.fi.txt", release("Uusi"));
        assertThat(newsroom.gathering.gather("inbox").created()).isEqualTo(1);

        assertThat(newsroom.titles()).containsExactlyInAnyOrder("Vanha", "Uusi");
        assertThat(newsroom.announced()).containsExactly("Uusi");
    }

    @Test
    void anEmptyFirstImportSetsTheWatermark() throws IOException {
        newsroom.gathering.gather("inbox");
        drop("first.fi.txt", release("Ensimmäinen"));
        newsroom.gathering.gather("inbox");

        assertThat(newsroom.announced()).containsExactly("Ensimmäinen");
    }

    @Test
    void anUnfinishedFirstImportIsContinuedInSilence() throws IOException {
        newsroom.turns.open();
        var killed = newsroom.turns.claimDue().orElseThrow();
        drop("a.fi.txt", release("Kesken"));

        assertThat(newsroom.gathering.gather("inbox").again()).isTrue();
        newsroom.turns.open();
        newsroom.gathering.gatherNextDue(() -> {});

        assertThat(killed.announces()).isFalse();
        assertThat(newsroom.titles()).containsExactly("Kesken");
        assertThat(newsroom.announced()).isEmpty();
    }

    @Test
    void whatIsNoReleaseLiesWithItsReasonInAFolderOfItsOwn() throws IOException {
        drop("b.txt", "Otsikko\n\nTeksti ilman päivää.\n");
        drop("c.docx", "hei");
        drop("empty.md", "");
        drop("d.md", "# Silta avataan\n\nSilta avataan maanantaina.\n");

        assertThat(newsroom.gathering.gather("inbox").problems())
                .anySatisfy(problem -> assertThat(problem).contains("b.txt", "no date", "rejected/"));

        assertThat(folder.resolve("rejected/b.txt")).exists();
        assertThat(folder.resolve("rejected/b.txt.reason.txt")).content().contains("there is no date after the title");
        assertThat(folder.resolve("rejected/c.docx")).exists();
        assertThat(folder.resolve("b.txt")).doesNotExist();
        assertThat(folder.resolve("empty.md")).exists();
        assertThat(newsroom.titles()).containsExactly("Silta avataan");

        drop("b.txt", release("Korjattu"));
        newsroom.gathering.gather("inbox");
        assertThat(newsroom.titles()).containsExactlyInAnyOrder("Silta avataan", "Korjattu");
    }

    @Test
    void aChangedFileIsACorrectionAndAnUnchangedOneNothing() throws IOException {
        drop("a.fi.txt", release("Ensin"));
        newsroom.gathering.gather("inbox");
        assertThat(newsroom.gathering.gather("inbox").unchanged()).isZero();

        drop("a.fi.txt", release("Korjattu"));
        assertThat(newsroom.gathering.gather("inbox").corrected()).isEqualTo(1);
        assertThat(newsroom.titles()).containsExactly("Korjattu");
    }

    @Test
    void languageVersionsAreOneRelease() throws IOException {
        drop("a.fi.txt", release("Suomeksi"));
        drop("a.sv.txt", release("På svenska"));
        newsroom.gathering.gather("inbox");

        var any = newsroom.releases
                .latest(fi.tiedote.release.Selection.EVERYTHING, 1)
                .get(0);
        assertThat(newsroom.releases.languageVersions(any.contentId())).hasSize(2);
    }

    @Test
    void badFilesAreToldOnceAndStopNobody() throws IOException {
        drop("a.txt", "");
        drop("b.txt", "Otsikko\n\nTeksti ilman päivää.");
        drop("c.txt", "Otsikko\n\n31.2.2026\n\nTeksti.");
        Files.write(folder.resolve("d.txt"), new byte[100_000]);
        Files.write(folder.resolve("e.txt"), new byte[100]);
        drop("f.fi.txt", release("Hyvä"));
        drop(".hidden.txt", release("Piilossa"));
        drop("notes.doc", release("Muistiinpano"));
        Files.createDirectory(folder.resolve("directory.txt"));
        age();

        var first = newsroom.gathering.gather("inbox");
        assertThat(first.problems())
                .hasSize(5)
                .anyMatch(problem -> problem.contains("d.txt") && problem.contains("64 KB"));
        assertThat(newsroom.gathering.gather("inbox").problems()).isEmpty();
        assertThat(newsroom.titles()).containsExactly("Hyvä");

        drop("b.txt", release("Korjattu"));
        newsroom.gathering.gather("inbox");
        assertThat(newsroom.titles()).containsExactlyInAnyOrder("Hyvä", "Korjattu");
    }

    @Test
    void latin1IsReadToo() throws IOException {
        Files.write(folder.resolve("a.fi.txt"), release("Päätös").getBytes(Charset.forName("windows-1252")));
        age();
        newsroom.gathering.gather("inbox");

        assertThat(newsroom.titles()).containsExactly("Päätös");
    }

    @Test
    void aFileThatIsStillWrittenIsLeftAlone() throws IOException {
        var file = folder.resolve("a.fi.txt");
        Files.writeString(file, "Puolikas");
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));

        var look = newsroom.gathering.gather("inbox");
        assertThat(look.again()).isTrue();
        assertThat(look.problems()).isEmpty();

        Files.writeString(file, release("Kokonainen"));
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        clock.advance(Duration.ofSeconds(1));
        newsroom.gathering.gather("inbox");
        assertThat(newsroom.titles()).containsExactly("Kokonainen");
    }

    @Test
    void aMissingFolderIsTheSourcesFailure() {
        try (var elsewhere = new Newsroom(database, clock, Newsroom.folder("gone", folder.resolve("gone")))) {
            assertThat(elsewhere.gathering.gather("gone").failure()).contains("there is no folder");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        drop("a.fi.txt", release("Kokeeksi"));
        var drafts = new ArrayList<Draft>();

        assertThat(newsroom.gathering.dryRun("inbox", drafts::add).created()).isEqualTo(1);

        assertThat(drafts).extracting(Draft::title).containsExactly("Kokeeksi");
        assertThat(drafts.get(0).topics()).containsExactly("culture");
        assertThat(newsroom.titles()).isEmpty();
    }

    @Test
    void aDroppedFileIsStoredWithoutWaitingForTheSchedule() throws Exception {
        var inbox = folder.resolve("made/inbox");
        try (var watched = new Newsroom(database, Clock.systemUTC(), Newsroom.folder("watched", inbox))) {
            watched.watchman.start();
            await().until(() -> Files.isDirectory(inbox) && hasWatermark("watched"));

            Files.writeString(inbox.resolve("a.fi.txt"), release("Pudotettu"));

            await().atMost(Duration.ofSeconds(3)).until(() -> watched.titles().contains("Pudotettu"));
            assertThat(watched.announced()).containsExactly("Pudotettu");
        }
    }

    private boolean hasWatermark(String source) {
        return database.jdbc()
                .sql("SELECT count(*) FROM source WHERE key = :key AND first_import_at IS NOT NULL")
                .param("key", source)
                .query(Integer.class)
                .single()
                .equals(1);
    }

    private void drop(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        age();
    }

    /** What lies in the folder has lain there for a while. */
    private void age() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
            }
        }
    }

    private static String release(String title) {
        return title + "\n\n20.11.2026\n\nTänään kirjasto on avoinna ja kaikki ovat tervetulleita.\n";
    }
}
