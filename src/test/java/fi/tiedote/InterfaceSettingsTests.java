package fi.tiedote;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that docs/interface.md names are read, by those names. */
class InterfaceSettingsTests {
    private static final String FILE = "a file";
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("base-url", "https://tiedote.example.fi"),
            Map.entry("time-zone", "Europe/Helsinki"),
            Map.entry("home", "."),
            Map.entry("relays.host", "127.0.0.1"),
            Map.entry("relays.port", "2525"),
            Map.entry("relays.security", "none"),
            Map.entry("relays.username", "aino"),
            Map.entry("relays.password", "salasana"),
            Map.entry("relays.connections", "2"),
            Map.entry("relays.name", "first"),
            Map.entry("relays.weight", "2"),
            Map.entry("relays.auth", "login"),
            Map.entry("relays.pace.per-second", "9"),
            Map.entry("relays.pace.per-minute", "99"),
            Map.entry("relays.pace.messages-per-connection", "9"),
            Map.entry("relays.pace.connection-age", "9m"),
            Map.entry("relays.pace.warm-up.from", "2026-11-23"),
            Map.entry("relays.pace.warm-up.daily", "50,100,200"),
            Map.entry("dkim.domain", "example.fi"),
            Map.entry("dkim.selector", "s1"),
            Map.entry("dkim.key", FILE),
            Map.entry("dkim.from", "2026-11-23"),
            Map.entry("native-signing", "false"),
            Map.entry("bounce-domain", "bounce.example.fi"),
            Map.entry("delivery.retention", "9d"),
            Map.entry("delivery.in-doubt.confirmation", "leave"),
            Map.entry("delivery.in-doubt.immediate", "leave"),
            Map.entry("delivery.in-doubt.daily", "leave"),
            Map.entry("delivery.in-doubt.weekly", "leave"),
            Map.entry("delivery.doubt-retry", "9m"),
            Map.entry("delivery.reply", "9m"),
            Map.entry("delivery.verdict", "11m"),
            Map.entry("delivery.give-up.confirmations", "9h"),
            Map.entry("delivery.give-up.alerts", "9h"),
            Map.entry("delivery.give-up.digests", "9d"),
            Map.entry("delivery.breaker", "9m"),
            Map.entry("hub.intranet", "true"),
            Map.entry("hub.per-host", "9"),
            Map.entry("hub.deadline", "9s"),
            Map.entry("hub.wishes", "9"),
            Map.entry("gather.distance", "2s"),
            Map.entry("gather.websub", "off"),
            Map.entry("gather.deadline", "50s"),
            Map.entry("gather.connect-timeout", "9s"),
            Map.entry("gather.read-timeout", "9s"),
            Map.entry("gather.largest-fetch", "9MB"));

    @TempDir
    private Path folder;

    /** A name that nobody reads stops the start. */
    @Test
    void eachSettingOfTheTableIsRead() throws Exception {
        var database = TestDatabase.fresh();
        var settings = InterfacePage.table("| key |").stream()
                .flatMap(row -> keys(row).stream())
                .filter(key -> key.startsWith("tiedote.") && !key.equals("tiedote.data"))
                .flatMap(this::setting)
                .toList();
        assertThat(settings).hasSizeGreaterThan(VALUES.size());

        var all = Stream.concat(Stream.of("--tiedote.idle=true"), settings.stream())
                .toArray(String[]::new);
        try (var tiedote = RunningTiedote.start(database, all)) {
            assertThat(tiedote.context().isActive()).isTrue();
        }
    }

    /** A row may name several keys, those after the first by their ends. */
    private static List<String> keys(String row) {
        var named = InterfacePage.code(row.split("\\|", -1)[1]).stream()
                .filter(word -> word.matches("\\.?[a-z][a-z\\[\\]0-9.-]*") && word.contains("."))
                .toList();
        var first = named.get(0);
        return named.stream()
                .map(key -> key.startsWith(".") ? beginning(first, key) + key : key)
                .toList();
    }

    /** Of the key that an end belongs to: all before the word that it replaces, or before the words that it repeats. */
    private static String beginning(String first, String end) {
        var words = end.split("\\.", -1).length - 1;
        var rest = first;
        for (var word = 0; word < words; word++) {
            rest = rest.substring(0, rest.lastIndexOf('.'));
        }
        return rest;
    }

    /** A value that the key may have; a key that is new in the table needs one here. */
    private Stream<String> setting(String key) {
        if (key.endsWith(".token-file")) {
            var another = "--tiedote.relays[1].";
            return Stream.of("host=localhost", "auth=xoauth2", "username=aino", "token-file=" + file("token", "secret"))
                    .map(another::concat);
        }
        var value =
                requireNonNull(VALUES.get(key.replaceFirst("tiedote\\.", "").replace("[0]", "")), "a value for " + key);
        return Stream.of("--" + key + "=" + (value.equals(FILE) ? file("key.pem", pem()) : value));
    }

    private Path file(String name, String text) {
        try {
            var file = Files.writeString(folder.resolve(name), text);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem() {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            var text = Base64.getMimeEncoder()
                    .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
