package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.city.Names;
import fi.tiedote.release.Match;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;

class SorterTests {
    private static final Vocabulary SHIPPED = shipped();
    private static final Sorter TOPICS = new Sorter(Match.Vocabularies.TOPIC, SHIPPED.topics());
    private static final Sorter AREAS = new Sorter(Match.Vocabularies.AREA, SHIPPED.areas());

    private final Sorter sorter = new Sorter(
            Match.Vocabularies.TOPIC,
            List.of(new Term(
                    "culture",
                    new Names("Kulttuuri", "Kultur", "Culture"),
                    List.of("öljyväri", "week of light"),
                    List.of("Museot"),
                    List.of("museum"))));

    @ParameterizedTest
    @CsvSource({
        "ÖLJYVÄRITÖITÄ esillä, true",
        "vesi- ja öljyvärit, true",
        "The Week of Light, true",
        "week of darkness, false"
    })
    void wordsAreFoundByTheirBeginning(String text, boolean found) {
        assertThat(Sorter.slugs(sorter.sort("inbox", Set.of(), Set.of(), Language.FI, text)))
                .isEqualTo(found ? Set.of("culture") : Set.of());
    }

    @Test
    void sourceSettingAndCategoryCountToo() {
        assertThat(Sorter.slugs(sorter.sort("museum", Set.of(), Set.of(), Language.FI, "")))
                .containsExactly("culture");
        assertThat(Sorter.slugs(sorter.sort("inbox", Set.of("culture"), Set.of(), Language.FI, "")))
                .containsExactly("culture");
        assertThat(Sorter.slugs(sorter.sort("inbox", Set.of(), Set.of("MUSEOT"), Language.FI, "")))
                .containsExactly("culture");
        assertThat(Sorter.slugs(sorter.sort("inbox", Set.of(), Set.of("kultur"), Language.FI, "")))
                .containsExactly("culture");
        assertThat(sorter.sort("inbox", Set.of(), Set.of("muu"), Language.FI, ""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Pohjoispelto, Pohjoispellossa avataan koulu, Pohjoispellossa",
        "Joki, talo joen rannalla, joen",
        "Kauppatori, uusi kauppatorilla, kauppatorilla",
        "Ranta, kadulta rannalle, rannalle",
        "koti, kotiin vai kodista, kotiin",
        "joki, joella, joella",
        "katu, kaduttaa, ''",
        "pelto, pelloittain, ''"
    })
    void aFinnishWordIsFoundInItsWeakGradeToo(String word, String text, String said) {
        var term = new Term("place", new Names("a", "b", "c"), List.of(word), List.of(), List.of());

        assertThat(new Sorter(Match.Vocabularies.AREA, List.of(term))
                        .sort("inbox", Set.of(), Set.of(), Language.FI, text))
                .extracting(Match::said)
                .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
    }

    @ParameterizedTest
    @CsvSource({
        "FI, koulu, lapset ovat kouluissa, kouluissa",
        "FI, koulu, koulujen pihat, koulujen",
        "FI, koulu, Koulukin aukeaa, Koulukin",
        "FI, koulu, uudet peruskoulut, peruskoulut",
        "FI, koulu, peruskouluissamme, peruskouluissamme",
        "FI, päiväkoti, päiväkotien johtajat, päiväkotien",
        "FI, päiväkoti, päiväkodissa, päiväkodissa",
        "FI, liikenne, liikenteen, liikenteen",
        "FI, liikenne, joukkoliikenteen, joukkoliikenteen",
        "FI, osoite, sähköpostiosoitteet, sähköpostiosoitteet",
        "FI, hoito, päivähoidon, päivähoidon",
        "FI, asunto, kaupunkiasunnoissa, kaupunkiasunnoissa",
        "FI, kaupunki, naapurikaupungin, naapurikaupungin",
        "FI, kauppa, verkkokaupan, verkkokaupan",
        "FI, katu, kävelykadun, ''",
        "FI, vesi, juomaveden, ''",
        "FI, tontti, kontin, ''",
        "FI, lento, lennokki, ''",
        "FI, silta, kävelysillat, ''",
        "FI, puisto, leikkipuistojen, leikkipuistojen",
        "FI, kirjasto, pääkirjastoon, pääkirjastoon",
        "FI, väri, paloöljyvärit, ''",
        "FI, koulu, koukku, ''",
        "SV, skola, alla skolor, skolor",
        "SV, skola, skolorna öppnar, skolorna",
        "SV, skola, i skolan, skolan",
        "SV, skola, grundskolorna, grundskolorna",
        "SV, daghem, daghemmen stänger, daghemmen",
        "SV, daghem, daghemmets gård, daghemmets",
        "SV, bibliotek, biblioteken, biblioteken",
        "SV, väg, vägarna, vägarna",
        "SV, sport, transport, ''",
        "SV, natur, signatur, ''",
        "EN, library, the libraries, libraries",
        "EN, school, preschool, ''",
        "EN, sport, transport, ''"
    })
    void aWordIsFoundInItsInflectionsAndAtTheEndOfCompounds(Language language, String word, String text, String said) {
        var term = new Term("topic", new Names("a", "b", "c"), List.of(word), List.of(), List.of());

        assertThat(new Sorter(Match.Vocabularies.TOPIC, List.of(term))
                        .sort("inbox", Set.of(), Set.of(), language, text))
                .extracting(Match::said)
                .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
    }

    @Test
    void anAreaIsNotFoundAtTheEndOfAnothersName() {
        var term = new Term("ranta", new Names("a", "b", "c"), List.of("Ranta"), List.of(), List.of());
        var areas = new Sorter(Match.Vocabularies.AREA, List.of(term));

        assertThat(areas.sort("inbox", Set.of(), Set.of(), Language.FI, "Aurinkoranta kunnostetaan"))
                .isEmpty();
        assertThat(areas.sort("inbox", Set.of(), Set.of(), Language.FI, "Rannan puisto"))
                .extracting(Match::said)
                .containsExactly("Rannan");
    }

    @ParameterizedTest
    @MethodSource("fi.tiedote.gather.SamplesTests#samples")
    void everySampleHasATopicAndFewHaveMany(Path sample) throws IOException {
        assertThat(topics(sample)).hasSizeBetween(1, 6);
    }

    @Test
    void noTopicIsHalfOfEverything() throws IOException {
        var counts = new HashMap<String, Integer>();
        var samples = SamplesTests.samples().toList();
        for (var sample : samples) {
            topics(sample).forEach(topic -> counts.merge(topic, 1, Integer::sum));
        }

        assertThat(counts.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        SHIPPED.topics().stream().map(Term::slug).toList());
        assertThat(counts.values()).allMatch(count -> count < samples.size() / 2);
    }

    @Test
    void everyAreaHasARelease() throws IOException {
        assertThat(SamplesTests.samples()
                        .flatMap(sample -> AREAS.sort("samples", Set.of(), Set.of(), Language.FI, text(sample)).stream()
                                .map(Match::slug)))
                .contains(SHIPPED.areas().stream().map(Term::slug).toArray(String[]::new));
    }

    private static Set<String> topics(Path sample) {
        return Sorter.slugs(TOPICS.sort("samples", Set.of(), Set.of(), Language.FI, text(sample)));
    }

    private static String text(Path sample) {
        try {
            var item = Texts.item(Files.readString(sample), sample.getFileName().toString());
            return item.title() + " " + Jsoup.parseBodyFragment(item.bodyHtml()).text();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Vocabulary shipped() {
        var sources = new MutablePropertySources();
        for (var name : List.of("topics", "areas")) {
            try {
                new YamlPropertySourceLoader()
                        .load(name, new FileSystemResource("config/" + name + ".yml"))
                        .forEach(sources::addLast);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("tiedote", Vocabulary.class)
                .get();
    }
}
