package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The graph of modules as each {@code package-info.java} declares it. */
class ModulesTests {
    private static final Pattern INTRODUCTION =
            Pattern.compile("/\\*\\* [A-Z][^@]+\\. ?\\*/\\s+@NullMarked\\s.*", Pattern.DOTALL);

    @Test
    void modulesImportOnlyWhatTheyDeclare() {
        ApplicationModules.of(Tiedote.class).verify();
    }

    @Test
    void everyPackageIntroducesItselfInOneSentence() {
        assertThat(SourceFile.main().map(SourceFile::introduction).distinct())
                .isNotEmpty()
                .allSatisfy(introduction ->
                        assertThat(introduction).exists().content().matches(INTRODUCTION));
    }
}
