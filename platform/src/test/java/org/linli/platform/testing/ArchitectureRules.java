package org.linli.platform.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.linli.platform.problem.FieldError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import java.util.Arrays;
import java.util.stream.Stream;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What holds in every service; a service adds rules of its own. Each is seen to fail on a sample that breaks it. */
public final class ArchitectureRules {

    private static final String[] PURE = {
        "java..",
        "org.joda.money..",
        "org.jspecify..",
        "org.linli.platform.unit",
        "org.linli.platform.money",
        "org.linli.platform.text",
        "org.linli.platform.request"
    };

    private ArchitectureRules() {}

    /** The compiled classes under this package, without tests. */
    public static JavaClasses classesOf(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
    }

    /** The rules of these packages know no framework, only the language, money, units, faults of fields and one another. */
    public static ArchRule pure(String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(Stream.concat(Arrays.stream(PURE), Arrays.stream(packages))
                                .toArray(String[]::new))
                        .or(type(FieldError.class)));
    }

    /** Controllers reach tables only through the ports between. */
    public static ArchRule webNeverTouchesStore() {
        return noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..store..");
    }

    /** Two packages that may be deployed apart share no class. */
    public static ArchRule strangers(String one, String other) {
        return noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(other);
    }

    /** No amount and no rate is ever kept in binary fractions. */
    public static ArchRule nothingFloats() {
        return noFields()
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .orShould()
                .haveRawType(Double.class)
                .orShould()
                .haveRawType(Float.class);
    }

    /** What a class needs comes by its constructor. */
    public static ArchRule noFieldIsInjected() {
        return noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);
    }

    /** Packages under the root depend on one another in one direction. */
    public static ArchRule noRings(String rootPackage) {
        return slices().matching(rootPackage + ".(*)..").should().beFreeOfCycles();
    }
}
