package io.shiporskip;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

class ModuleTests {

    private static final Path SOURCES = Path.of("src/main/java/io/shiporskip");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.shiporskip");

    @Test
    void everyRoomUsesOnlyWhatItMay() {
        ApplicationModules.of(ShipOrSkip.class).verify();
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class).orShould()
                .beAnnotatedWith(Inject.class).check(CLASSES);
    }

    @Test
    void anEntityHasNoSetters() {
        noMethods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should()
                .haveNameMatching("set[A-Z].*").check(CLASSES);
    }

    @Test
    void anEntityStaysInItsRoom() {
        classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate().check(CLASSES);
    }

    @Test
    void aControllerStaysInItsRoom() {
        classes().that().areMetaAnnotatedWith(Controller.class).or().haveSimpleNameEndingWith("Controller").should()
                .bePackagePrivate().check(CLASSES);
    }

    @Test
    void aControllerHasFewerThan150Lines() throws IOException {
        List<Path> controllers = sources().filter(file -> file.toString().endsWith("Controller.java")).toList();

        assertThat(controllers).isNotEmpty().allSatisfy(file -> assertThat(Files.readAllLines(file)).as(file.toString())
                .hasSizeLessThan(150));
    }

    @Test
    void noNameSaysNothing() {
        noClasses().should().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Dto").orShould()
                .haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Util").orShould()
                .haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Helper").orShould()
                .haveSimpleNameEndingWith("Service").check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct()).isNotEmpty()
                .allMatch(packaged -> packaged.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void aRepositoryStaysInItsRoom() {
        classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate().check(CLASSES);
    }

    @Test
    void aViewIsARecord() {
        assertThat(CLASSES.stream().filter(type -> type.getSimpleName().endsWith("View")
                && !type.getModifiers().contains(JavaModifier.ABSTRACT))).isNotEmpty().allMatch(JavaClass::isRecord);
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.toList().stream();
        }
    }
}
