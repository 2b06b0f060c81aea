package io.foliot.softfloat.processor;

import io.foliot.softfloat.model.PrintableText;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Reports floating point in the API of the sources that a compiler compiles: rules API-1 to API-10,
 * as far as they can be told from one class and its supertypes. API-11 is about an archive and does
 * not apply: the sources of a version folder are compiled in a run of their own, and judged there
 * by the other rules. It generates nothing, claims no annotation, and decides about each class from
 * that class alone, so that build tools may run it incrementally.
 *
 * <p>Options of the compiler, all optional:
 *
 * <ul>
 *   <li>{@code -Afoliot.severity=API-9=off,API-5=warning}: severity of rules, one of {@code error},
 *       {@code warning}, {@code info} and {@code off}
 *   <li>{@code -Afoliot.include=GLOB,…} and {@code -Afoliot.exclude=GLOB,…}: classes to report on
 *       or not, by binary name; {@code *} matches within a package, {@code **} across
 *   <li>{@code -Afoliot.floatTypes=CLASS,…}: types of the project's own that exist to carry floats
 *   <li>{@code -Afoliot.warnOnly=true}: errors become warnings
 *   <li>{@code -Afoliot.skip=true}: does nothing
 * </ul>
 */
public final class FloatProcessor extends AbstractProcessor {
  private ElementCheck check;

  /** For the service loader. */
  public FloatProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return ProcessorOptions.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    try {
      ProcessorOptions options = ProcessorOptions.parse(environment.getOptions());
      if (!options.skip()) {
        check = new ElementCheck(environment, options);
      }
    } catch (IllegalArgumentException e) {
      environment
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, PrintableText.of(e.getMessage()));
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (check != null) {
      for (Element root : round.getRootElements()) {
        check.root(root);
      }
    }
    return false;
  }
}
