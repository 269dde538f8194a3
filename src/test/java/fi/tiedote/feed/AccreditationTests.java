package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccreditationTests {
    private final PressOffice office = new PressOffice();
    private final Journalists journalists = new Journalists(office.database.jdbc());
    private final Accreditation accreditation = new Accreditation(journalists, PressOffice.CITY, office.clock);

    @AfterEach
    void close() {
        office.closeDatabase();
    }

    @Test
    void readingsAreCountedTogether() {
        var granted = accreditation.grant("Aino Esimerkki");
        var count = new ReadingCount(journalists, office.clock, true);
        var journalist = accreditation.whose(token(granted)).orElseThrow();
        count.add(journalist);
        count.add(journalist);
        assertThat(accreditation.all().get(0).readings()).isZero();

        count.write();
        count.write();
        assertThat(accreditation.all().get(0).readings()).isEqualTo(2);
        assertThat(accreditation.all().get(0).lastReadAt()).isEqualTo(office.clock.instant());
    }

    @Test
    void whatIsTakenBackStaysSo() {
        var granted = accreditation.grant("Aino Esimerkki");

        assertThat(accreditation.revoke(granted.id())).isTrue();
        assertThat(accreditation.revoke(granted.id())).isTrue();
        assertThat(accreditation.revoke(999)).isFalse();
        assertThat(accreditation.whose(token(granted)).orElseThrow().isAccredited())
                .isFalse();
    }

    @Test
    void aNameIsOneLine() {
        assertThatThrownBy(() -> accreditation.grant(" ")).hasMessageContaining("one line");
        assertThatThrownBy(() -> accreditation.grant("a\nb")).hasMessageContaining("one line");
        assertThatThrownBy(() -> accreditation.grant("a".repeat(201))).hasMessageContaining("200");
    }

    private static String token(Accreditation.Granted granted) {
        return granted.address().getPath().replace(Accreditation.FOLDER, "").replace("/", "");
    }
}
