package io.wiredesk.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The rules of the structure, as CONTRIBUTING.md states them. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.wiredesk");

  @Test
  void aServiceNeverDependsOnAnother() {
    for (String service : new String[] {"ingest", "enrich", "publish"}) {
      for (String other : new String[] {"ingest", "enrich", "publish", "cli"}) {
        if (!service.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage("io.wiredesk." + service + "..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage("io.wiredesk." + other + "..")
              .check(CLASSES);
        }
      }
    }
  }

  @Test
  void theContractImportsAvroAndTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("io.wiredesk.schemas..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.wiredesk.schemas..", "java..", "org.apache.avro..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void theLibraryOfWiresKnowsTheContractAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.wiredesk.wire..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.wiredesk.runtime..",
            "io.wiredesk.registry..",
            "io.wiredesk.ingest..",
            "io.wiredesk.enrich..",
            "io.wiredesk.publish..",
            "io.wiredesk.cli..",
            "org.apache.camel..",
            "io.javalin..",
            "java.net.http..")
        .check(CLASSES);
  }

  @Test
  void pureCodeKnowsNoKafka() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.wiredesk.wire..",
            "io.wiredesk.ingest.reference..",
            "io.wiredesk.ingest.take..",
            "io.wiredesk.ingest.intake..",
            "io.wiredesk.enrich.language..",
            "io.wiredesk.enrich.entity..",
            "io.wiredesk.enrich.section..",
            "io.wiredesk.enrich.body..",
            "io.wiredesk.publish.desk..",
            "io.wiredesk.publish.gate..",
            "io.wiredesk.publish.query..",
            "io.wiredesk.publish.revision..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .check(CLASSES);
  }

  @Test
  void noPackageCycles() {
    for (String module : new String[] {"registry", "wire", "ingest", "enrich", "publish", "cli"}) {
      slices().matching("io.wiredesk." + module + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }
  }

  @Test
  void onlyMainsReadTheEnvironmentOrExit() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Main")
        .and()
        .resideOutsideOfPackage("io.wiredesk.cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.wiredesk.schemas..")
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl)$")
        .orShould()
        .haveNameMatching(".*\\.(Abstract|Base)[A-Z]\\w*$")
        .check(CLASSES);
  }
}
