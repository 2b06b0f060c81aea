import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * The float ban as an ArchUnit rule: finds public and protected members of visible classes of a jar
 * whose types, type arguments or bounds contain floating point. These are the parts of API-1, API-2
 * and API-4 that ArchUnit's model contains; it covers no other rule of depth api.
 */
final class ArchUnitRule {
  private static final Set<String> FLOATS =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");

  private ArchUnitRule() {}

  public static void main(String[] args) throws IOException {
    try (JarFile jar = new JarFile(args[0])) {
      System.out.println(
          classes()
              .should(new ShowNoFloatingPoint())
              .evaluate(new ClassFileImporter().importJar(jar))
              .getFailureReport());
    }
  }

  private static final class ShowNoFloatingPoint extends ArchCondition<JavaClass> {
    ShowNoFloatingPoint() {
      super("show no floating point");
    }

    @Override
    public void check(JavaClass of, ConditionEvents events) {
      if (!isVisible(of)) {
        return;
      }
      for (JavaMember member : of.getMembers()) {
        if (isVisible(member.getModifiers()) && isFloat(member)) {
          events.add(
              SimpleConditionEvent.violated(
                  member, member.getDescription() + " in " + member.getSourceCodeLocation()));
        }
      }
    }
  }

  private static boolean isVisible(JavaClass of) {
    return isVisible(of.getModifiers())
        && (of.getEnclosingClass().isEmpty() || isVisible(of.getEnclosingClass().get()));
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isFloat(JavaMember member) {
    if (member instanceof JavaField field) {
      return isFloat(field.getType());
    }
    JavaCodeUnit unit = (JavaCodeUnit) member;
    boolean found = isFloat(unit.getReturnType());
    for (JavaType each : unit.getParameterTypes()) {
      found |= isFloat(each);
    }
    for (JavaTypeVariable<?> each : unit.getTypeParameters()) {
      for (JavaType bound : each.getUpperBounds()) {
        found |= isFloat(bound);
      }
    }
    return found;
  }

  private static boolean isFloat(JavaType type) {
    for (JavaClass each : type.getAllInvolvedRawTypes()) {
      if (FLOATS.contains(each.getBaseComponentType().getName())) {
        return true;
      }
    }
    return false;
  }
}
