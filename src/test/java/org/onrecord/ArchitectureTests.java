package org.onrecord;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.persistence.Entity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/** What holds across modules. */
@AnalyzeClasses(packagesOf = OnRecord.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule textCleaningAndExtractionAreFreeOfFrameworks = noClasses()
            .that()
            .resideInAnyPackage("org.onrecord.text..", "org.onrecord.cleaning..", "org.onrecord.extraction..")
            .and(not(describe(
                    "are package descriptions",
                    (JavaClass type) -> type.getSimpleName().equals("package-info"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..", "tools.jackson..");

    @ArchTest
    static final ArchRule roomsOfModulesKnowEachOtherOneWayOnly =
            slices().matching("org.onrecord.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule typesOfCleaningKnowEachOtherOneWayOnly = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return resideInAPackage("org.onrecord.cleaning..").test(type)
                            ? SliceIdentifier.of(type.getName().split("\\$")[0])
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "types of cleaning";
                }
            })
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyElseUsesAWebPackage = classes().should(new ArchCondition<>("leave web packages alone") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> resideInAPackage("org.onrecord.*.web..").test(use.getTargetClass()))
                    .filter(use -> !use.getTargetClass().getPackageName().equals(type.getPackageName()))
                    .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
        }
    });

    @ArchTest
    static final ArchRule controllersArePackagePrivateInWebPackages = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage("org.onrecord.*.web..");

    @ArchTest
    static final ArchRule entitiesStayOutOfControllerSignatures = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .and()
            .arePackagePrivate()
            .should(new ArchCondition<>("not involve an entity") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getAllInvolvedRawTypes().stream()
                            .filter(type -> type.isAnnotatedWith(Entity.class))
                            .forEach(type -> events.add(
                                    SimpleConditionEvent.violated(method, method.getFullName() + " involves " + type)));
                }
            });

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule controllersHoldNoState = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule jsonIsReadByJackson3 = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");
}
