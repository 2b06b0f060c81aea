package io.foliot.softfloat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Accepts the floating point of the element that carries it, and of everything inside that element.
 * The reason is required: an empty one is a finding of its own.
 *
 * <p>The check recognises any annotation of the simple name {@code AllowFloat}, in any package,
 * that the class file keeps (retention {@code CLASS} or {@code RUNTIME}). A project that wants no
 * dependency on this library declares its own. This one is needed to compile only: no JVM asks for
 * the class of an annotation that nobody looks at.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.FIELD,
  ElementType.RECORD_COMPONENT,
  ElementType.PACKAGE
})
public @interface AllowFloat {
  /**
   * Why floating point is right here.
   *
   * @return the reason, which reports show
   */
  String value();
}
