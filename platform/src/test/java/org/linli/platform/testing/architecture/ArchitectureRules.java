package org.linli.platform.testing.architecture;

import com.tngtech.archunit.lang.ArchRule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** The rules that ArchUnit can say of classes. Annotations go by name, so that a module without Spring has them too. */
final class ArchitectureRules {

    private static final String REPOSITORY = "org.springframework.stereotype.Repository";
    private static final String SPRING_BEANS = "org.springframework.beans.factory.annotation.";

    private static final List<String> PURE = List.of(
            "java..",
            "org.joda.money..",
            "org.jspecify..",
            "io.swagger.v3.oas.annotations..",
            "org.linli.platform.decision",
            "org.linli.platform.unit",
            "org.linli.platform.money",
            "org.linli.platform.text",
            "org.linli.platform.request");

    /** What a pure rule says of a field at fault. */
    private static final String FIELD_ERROR = "org.linli.platform.problem.FieldError";

    private ArchitectureRules() {}

    /** The rules of these packages know no framework, only money, units, decisions, field errors and one another. */
    static ArchRule pure(String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(Stream.concat(PURE.stream(), Arrays.stream(packages))
                                .toArray(String[]::new))
                        .or(name(FIELD_ERROR)));
    }

    /** Controllers reach tables only through the ports between. */
    static ArchRule webNeverTouchesStore() {
        return noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..store..");
    }

    /** Two packages that may be deployed apart share no class. */
    static ArchRule strangers(String one, String other) {
        return noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(other);
    }

    /** No amount and no rate is ever kept in binary fractions. */
    static ArchRule nothingFloats() {
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
    static ArchRule noFieldIsInjected() {
        return noFields()
                .should()
                .beAnnotatedWith(SPRING_BEANS + "Autowired")
                .orShould()
                .beAnnotatedWith(SPRING_BEANS + "Value");
    }

    /** Tables are not part of what a pure package decides. */
    static ArchRule noRepositoryAmong(String... packages) {
        return noClasses().that().resideInAnyPackage(packages).should().beAnnotatedWith(REPOSITORY);
    }
}
