package fi.tiedote;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.Resource;
import java.sql.Connection;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.validation.annotation.Validated;

/** The rules of the house that class files can prove; CONTRIBUTING.md has their reasons. */
class StyleTests {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fi.tiedote");
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("fi.tiedote");
    private static final String NAMES_THAT_EXPLAIN_NOTHING =
            ".*(Manager|Helper|Utils?|Impl|Processor|Handler|Data|Info|DTO|Dto|Common|Constants)";

    @Test
    void namesComeFromTheGlossary() {
        noClasses().should().haveNameMatching(NAMES_THAT_EXPLAIN_NOTHING).check(ALL);
    }

    @Test
    void onlyRepositoriesSpeakToTheDatabase() {
        noClasses()
                .that(are(describe("outside of repositories", type -> !isRepository(type))))
                .and()
                .resideOutsideOfPackage("fi.tiedote.database")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        JdbcClient.class,
                        JdbcOperations.class,
                        NamedParameterJdbcOperations.class,
                        DataSource.class,
                        Connection.class)
                .check(MAIN);
    }

    @Test
    void onlyTheClockKnowsWhatTimeItIs() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Tiedote.class)
                .should()
                .accessTargetWhere(describe("reads the machine's clock", StyleTests::readsTheMachinesClock))
                .check(MAIN);
    }

    @Test
    void randomnessCannotBeGuessed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocalRandom.class)
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(MAIN);
    }

    @Test
    void constructorsReceiveWhatAnObjectNeeds() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith(Resource.class)
                .check(ALL);
    }

    @Test
    void nothingIsSetAfterwards() {
        methods()
                .that()
                .haveNameMatching("set[A-Z].*")
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(Conditions.be("demanded by a framework", StyleTests::overrides))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void onlyCommandsWriteToTheTerminal() {
        noClasses()
                .that()
                .areNotAnnotatedWith(picocli.CommandLine.Command.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(MAIN);
    }

    @Test
    void nobodyImportsTheApplication() {
        noClasses()
                .that()
                .resideInAPackage("fi.tiedote.*..")
                .should()
                .dependOnClassesThat(resideInAPackage("fi.tiedote"))
                .check(MAIN);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("fi.tiedote.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void settingsAreValidatedRecords() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .andShould()
                .beAnnotatedWith(Validated.class)
                .check(MAIN);
    }

    @Test
    void anInterfaceHasMoreThanOneImplementation() {
        classes()
                .that()
                .areInterfaces()
                .and()
                .areNotAnnotations()
                .should(Conditions.be("implemented more than once", type -> implementations(type) != 1))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void aJobNeverRunsBesideItself() {
        classes()
                .that()
                .areAssignableTo(Job.class)
                .should()
                .beAnnotatedWith(DisallowConcurrentExecution.class)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void testsWaitForAnEventAndNeverForLuck() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(onlyTests());
    }

    private static JavaClasses onlyTests() {
        return ALL.that(new DescribedPredicate<>("are tests") {
            @Override
            public boolean test(JavaClass type) {
                return !MAIN.contain(type.getName());
            }
        });
    }

    private static boolean isRepository(JavaClass type) {
        return type.isAnnotatedWith(Repository.class)
                || type.getEnclosingClass().map(StyleTests::isRepository).orElse(false);
    }

    private static boolean readsTheMachinesClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getName();
        var parameters = access.getTarget().getFullName();
        var now = name.equals("now") && owner.getPackageName().startsWith("java.time") && parameters.endsWith("now()");
        var system = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
        var clock = owner.isEquivalentTo(Clock.class) && name.startsWith("system");
        var date = owner.isEquivalentTo(Date.class) && parameters.endsWith("<init>()");
        return now || system || clock || date;
    }

    private static boolean overrides(JavaMethod method) {
        var parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return Set.copyOf(method.getOwner().getAllRawSuperclasses()).stream()
                        .anyMatch(parent -> parent.tryGetMethod(method.getName(), parameters)
                                .isPresent())
                || method.getOwner().getAllRawInterfaces().stream()
                        .anyMatch(parent -> parent.tryGetMethod(method.getName(), parameters)
                                .isPresent());
    }

    private static long implementations(JavaClass type) {
        return type.getAllSubclasses().stream()
                .filter(known -> !known.isInterface())
                .count();
    }
}
