import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * The rule API-1 and API-2 in ArchUnit: which public or protected members of the classes of a jar
 * have a float or double, or a box, in their types.
 */
final class ArchUnitImport {
  private static final Set<String> FLOATS =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");

  private ArchUnitImport() {}

  public static void main(String[] args) throws IOException {
    JavaClasses classes;
    try (JarFile jar = new JarFile(args[0])) {
      classes = new ClassFileImporter().importJar(jar);
    }
    int found = 0;
    for (JavaClass each : classes) {
      for (JavaField field : each.getFields()) {
        found += isFloat(field.getRawType()) ? 1 : 0;
      }
      for (JavaCodeUnit unit : each.getCodeUnits()) {
        boolean any = isFloat(unit.getRawReturnType());
        for (JavaClass parameter : unit.getRawParameterTypes()) {
          any |= isFloat(parameter);
        }
        found += any ? 1 : 0;
      }
    }
    System.out.println(classes.size() + " classes, " + found + " members with floating point");
  }

  private static boolean isFloat(JavaClass type) {
    return FLOATS.contains(type.getBaseComponentType().getName());
  }
}
