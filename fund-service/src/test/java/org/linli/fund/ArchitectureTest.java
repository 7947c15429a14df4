package org.linli.fund;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.platform.unit.Scope;
import org.linli.samples.fund.one.Chicken;
import org.linli.samples.fund.policy.ReactivePolicy;
import org.linli.samples.fund.store.UnscopedRows;
import org.linli.samples.fund.two.Egg;
import org.linli.samples.fund.web.FloatingView;
import org.linli.samples.fund.web.RowReader;
import org.springframework.stereotype.Repository;

import java.util.Set;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** How the service is put together; each rule is shown a sample that breaks it, and must see it. */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.linli.fund");

    enum Rule {
        PURE_PACKAGES_KNOW_NO_FRAMEWORK(
                classes()
                        .that()
                        .resideInAnyPackage("..policy", "..obligation", "..ledger", "org.linli.fund.funding")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..",
                                "org.joda.money..",
                                "org.jspecify..",
                                "io.swagger.v3.oas.annotations.media",
                                "org.linli.platform.unit",
                                "org.linli.platform.money",
                                "org.linli.platform.text",
                                "org.linli.fund.policy",
                                "org.linli.fund.obligation",
                                "org.linli.fund.ledger",
                                "org.linli.fund.funding"),
                ReactivePolicy.class),
        EVERY_QUERY_TAKES_A_SCOPE(
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Repository.class)
                        .and()
                        .areNotPrivate()
                        .and()
                        .areNotStatic()
                        .should(takeAScope()),
                UnscopedRows.class),
        THE_WEB_REACHES_TABLES_ONLY_THROUGH_PORTS(
                noClasses()
                        .that()
                        .resideInAPackage("..web")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("..store"),
                RowReader.class,
                UnscopedRows.class),
        MONEY_AND_RATES_ARE_NEVER_FLOATING(
                noFields().should().haveRawType(double.class).orShould().haveRawType(float.class), FloatingView.class),
        FEATURES_FORM_NO_RINGS(
                slices().matching("org.linli.(**).(*)..").should().beFreeOfCycles(), Chicken.class, Egg.class);

        private final ArchRule rule;
        private final Class<?>[] sample;

        Rule(ArchRule rule, Class<?>... sample) {
            this.rule = rule;
            this.sample = sample;
        }
    }

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        rule.rule.check(OURS);
    }

    @ParameterizedTest
    @EnumSource
    void is_seen_when_broken(Rule rule) {
        JavaClasses broken = new ClassFileImporter().importClasses(rule.sample);
        assertThat(rule.rule.evaluate(broken).hasViolation()).isTrue();
    }

    @Test
    void there_is_something_to_check() {
        assertThat(OURS).hasSizeGreaterThan(50);
    }

    /** A lock on no row. */
    private static final Set<String> WITHOUT_ROWS_OF_A_UNIT = Set.of("lockDeclaring");

    private static ArchCondition<JavaMethod> takeAScope() {
        return new ArchCondition<>("take a Scope or a record that holds one") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean scoped =
                        method.getRawParameterTypes().stream().anyMatch(type -> isScope(type) || holdsScope(type));
                if (!scoped && !WITHOUT_ROWS_OF_A_UNIT.contains(method.getName())) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes no Scope"));
                }
            }
        };
    }

    private static boolean isScope(JavaClass type) {
        return type.isEquivalentTo(Scope.class);
    }

    private static boolean holdsScope(JavaClass type) {
        return type.isRecord() && type.getFields().stream().anyMatch(field -> isScope(field.getRawType()));
    }
}
