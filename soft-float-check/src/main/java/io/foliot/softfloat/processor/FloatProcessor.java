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
 * Reports floating point in the API during compilation: rules API-1 to API-10, as far as one class
 * and its supertypes determine them. API-11 concerns archives and does not apply: the sources of a
 * version folder are compiled separately, under the other rules. The processor generates nothing,
 * claims no annotation, and judges each class on its own, so build tools can run it incrementally.
 *
 * <p>Options of the compiler, all optional:
 *
 * <ul>
 *   <li>{@code -Afoliot.severity=API-9=off,API-5=warning}: severity of rules, one of {@code error},
 *       {@code warning}, {@code info} and {@code off}
 *   <li>{@code -Afoliot.include=GLOB,…} and {@code -Afoliot.exclude=GLOB,…}: classes to report on
 *       or to ignore, by binary name; {@code *} matches within a package, {@code **} across
 *   <li>{@code -Afoliot.floatTypes=CLASS,…}: types of the project that exist to carry floats
 *   <li>{@code -Afoliot.warnOnly=true}: reports errors as warnings
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
