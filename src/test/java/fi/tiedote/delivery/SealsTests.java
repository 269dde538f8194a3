package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final Seals seals = seals(database);
    private final String token = seals.seal(Purpose.UNSUBSCRIBE, "42.daily");

    @Test
    void aTokenOpensOnEveryNode() {
        assertThat(seals(database).open(Purpose.UNSUBSCRIBE, token)).contains("42.daily");
    }

    @Test
    void serversThatChangeTheCaseOfLettersDoNoHarm() {
        assertThat(seals.open(Purpose.UNSUBSCRIBE, token.toUpperCase(Locale.ROOT)))
                .contains("42.daily");
    }

    @Test
    void aTokenIsGoodForItsPurposeOnly() {
        assertThat(seals.open(Purpose.PREFERENCES, token)).isEmpty();
        assertThat(seals.open(Purpose.BOUNCE, token)).isEmpty();
    }

    @Test
    void aTokenThatWasChangedAnywhereDoesNotOpen() {
        assertThat(IntStream.range(0, token.length())
                        .mapToObj(at -> token.substring(0, at)
                                + (token.charAt(at) == 'a' ? 'b' : 'a')
                                + token.substring(at + 1)))
                .allSatisfy(forged ->
                        assertThat(seals.open(Purpose.UNSUBSCRIBE, forged)).isEmpty());
    }

    @Test
    void anotherInstallationsTokenDoesNotOpen() {
        assertThat(seals(TestDatabase.fresh()).open(Purpose.UNSUBSCRIBE, token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "aeaaaa", "!", "ä", "\u0000", "ae======", " ", "aeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa0189"})
    void whatIsGarbledDoesNotOpen(String garbled) {
        assertThat(seals.open(Purpose.UNSUBSCRIBE, garbled)).isEmpty();
        assertThat(seals.open(Purpose.UNSUBSCRIBE, token + garbled + "a")).isEmpty();
        assertThat(seals.open(Purpose.UNSUBSCRIBE, token.repeat(9) + garbled)).isEmpty();
    }

    @Test
    void aTokenFitsIntoTheLocalPartOfAnAddress() {
        assertThat("b-" + seals.seal(Purpose.BOUNCE, Long.toString(Long.MAX_VALUE)))
                .hasSizeLessThanOrEqualTo(64)
                .matches("[a-z0-9-]+");
    }

    private static Seals seals(TestDatabase database) {
        return new Seals(new SealKeys(database.jdbc(), new MovingClock("2026-11-23T09:00:00Z")));
    }
}
