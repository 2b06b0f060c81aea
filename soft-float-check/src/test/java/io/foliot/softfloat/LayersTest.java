package io.foliot.softfloat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages form layers: none depends on one above it, so there are no circles. */
final class LayersTest {
  private static final String ROOT = "io.foliot.softfloat";

  /** From the bottom to the top; packages on one line are independent. */
  private static final List<List<String>> LAYERS =
      List.of(
          List.of(".model", ".internal.text"),
          List.of(".internal.input"),
          List.of(".internal.classfile"),
          List.of(".internal.allow"),
          List.of(".internal.api", ".internal.code"),
          List.of(".internal.reach"),
          List.of(".internal.run", ".report"),
          List.of(""),
          List.of(".cli", ".maven", ".processor"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void noPackageDependsOnOneAboveIt() {
    for (int i = 0; i < LAYERS.size(); i++) {
      for (String each : LAYERS.get(i)) {
        List<String> forbidden = new ArrayList<>();
        LAYERS.subList(i, LAYERS.size()).forEach(layer -> layer.forEach(forbidden::add));
        forbidden.remove(each);
        if (!forbidden.isEmpty()) {
          noClasses()
              .that()
              .resideInAPackage(ROOT + each)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  forbidden.stream().map(other -> ROOT + other).toArray(String[]::new))
              .check(CLASSES);
        }
      }
    }
  }

  @Test
  void everyPackageHasItsLayer() {
    Set<String> expected = new TreeSet<>();
    LAYERS.forEach(layer -> layer.forEach(each -> expected.add(ROOT + each)));
    assertEquals(
        expected,
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
