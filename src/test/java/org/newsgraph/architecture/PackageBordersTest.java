package org.newsgraph.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.newsgraph.fact.PartialDate;

class PackageBordersTest {

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.newsgraph");

  @Test
  void theDomainKnowsNoJena() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..fact..",
            "..article..",
            "..encoder..",
            "..annotate..",
            "..reader..",
            "..resolve..",
            "..extract..",
            "..evaluate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.jena..",
            "..newsgraph.ontology..",
            "..newsgraph.rdf..",
            "..newsgraph.store..",
            "..newsgraph.query..",
            "..newsgraph.export..")
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..newsgraph.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "me.tongfei..", "..newsgraph.cli..")
        .check(PROGRAM);
  }

  @Test
  void onlyTheStoreKnowsTdb2() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..newsgraph.store..", "..newsgraph.query..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.jena.tdb2..", "org.apache.jena.dboe..")
        .check(PROGRAM);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices()
        .matching("org.newsgraph.(*)..")
        .should()
        .beFreeOfCycles()
        // An article and what it says are one domain in two packages and share the type for dates.
        .ignoreDependency(resideInAPackage("..article.."), type(PartialDate.class))
        .check(PROGRAM);
  }

  @Test
  void nothingIsStaticAndCanChange() {
    fields().that().areStatic().should().beFinal().check(PROGRAM);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.newsgraph.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(PROGRAM);
  }

  @Test
  void failuresCanBeSwitchedOver() {
    classes()
        .that()
        .areAssignableTo(Exception.class)
        .and()
        .areNotNestedClasses()
        .should()
        .haveModifier(JavaModifier.ABSTRACT)
        .orShould()
        .haveModifier(JavaModifier.FINAL)
        .check(PROGRAM);
  }
}
