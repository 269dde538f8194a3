package fi.tiedote.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.delivery.EmailAddress;
import fi.tiedote.release.Selection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who ask for letters, and read the confirmations that they get. */
public class Residents {
    private final SignUp signUp;
    private final JdbcClient jdbc;

    public Residents(SignUp signUp, JdbcClient jdbc) {
        this.signUp = signUp;
        this.jdbc = jdbc;
    }

    public void asks(String address, Selection selection, Cadence cadence) {
        signUp.request(new Wish(EmailAddress.of(address).orElseThrow(), Language.FI, selection, cadence));
    }

    public void subscribes(String address, Selection selection, Cadence cadence) {
        asks(address, selection, cadence);
        assertThat(signUp.confirm(token(address))).isPresent();
    }

    /** The token in the newest confirmation letter to an address. */
    public String token(String address) {
        return jdbc.sql("""
                SELECT personal FROM letter WHERE newsletter = 'confirmation' AND address = :address
                 ORDER BY id DESC LIMIT 1
                """).param("address", address).query(String.class).single();
    }

    public long subscriber(String address) {
        return jdbc.sql("SELECT id FROM subscriber WHERE address = :address")
                .param("address", address)
                .query(Long.class)
                .single();
    }

    public int letters(String newsletter) {
        return jdbc.sql("SELECT count(*) FROM letter WHERE newsletter = :newsletter")
                .param("newsletter", newsletter)
                .query(Integer.class)
                .single();
    }
}
