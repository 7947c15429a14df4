package org.linli.company.consolidation;

import com.tngtech.archunit.base.DescribedPredicate;
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
import org.linli.company.consolidation.violations.BranchReader;
import org.linli.company.consolidation.violations.ImpureRule;
import org.linli.company.consolidation.violations.UnscopedRows;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Repository;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds the HQ role together and apart. Each rule is shown to fail on the sample that breaks it. */
class ConsolidationArchitectureTest {

    private static final String HQ = "org.linli.company.consolidation";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.linli.company");

    /** The root package holds only the assembly of both roles. */
    private static final DescribedPredicate<JavaClass> BRANCH_ROLE = DescribedPredicate.describe(
            "of the branch role",
            type -> type.getPackageName().startsWith("org.linli.company.")
                    && !type.getPackageName().startsWith(HQ));

    private static final DescribedPredicate<JavaClass> HQ_ROLE = DescribedPredicate.describe(
            "of the HQ role", type -> type.getPackageName().startsWith(HQ));

    private static final ArchRule HQ_KNOWS_NO_BRANCH =
            noClasses().that(HQ_ROLE).should().dependOnClassesThat(BRANCH_ROLE);
    private static final ArchRule BRANCH_KNOWS_NO_HQ =
            noClasses().that(BRANCH_ROLE).should().dependOnClassesThat(HQ_ROLE);
    private static final ArchRule THE_RULES_ARE_PURE = classes()
            .that()
            .resideInAnyPackage(HQ, HQ + ".violations")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.joda.money",
                    "org.jspecify.annotations",
                    "org.linli.platform.money",
                    "org.linli.platform.request",
                    "org.linli.platform.unit",
                    HQ);
    private static final ArchRule ROWS_HAVE_A_SCOPE = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Repository.class)
            .and()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage(HQ + "..")
            .should(takeAScope());

    @Test
    void the_two_roles_share_no_class() {
        HQ_KNOWS_NO_BRANCH.check(OURS);
        BRANCH_KNOWS_NO_HQ.check(OURS);
        assertThat(HQ_KNOWS_NO_BRANCH.evaluate(only(BranchReader.class)).hasViolation())
                .isTrue();
    }

    @Test
    void the_rules_are_pure() {
        THE_RULES_ARE_PURE.check(OURS);
        assertThat(THE_RULES_ARE_PURE.evaluate(only(ImpureRule.class)).hasViolation())
                .isTrue();
    }

    @Test
    void every_method_of_a_repository_takes_a_scope() {
        ROWS_HAVE_A_SCOPE.check(OURS);
        assertThat(ROWS_HAVE_A_SCOPE.evaluate(only(UnscopedRows.class)).hasViolation())
                .isTrue();
    }

    private static JavaClasses only(Class<?> sample) {
        return new ClassFileImporter().importClasses(sample);
    }

    private static ArchCondition<JavaMethod> takeAScope() {
        return new ArchCondition<>("take a Scope") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean scoped =
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Scope.class));
                events.add(new SimpleConditionEvent(method, scoped, method.getFullName()));
            }
        };
    }
}
