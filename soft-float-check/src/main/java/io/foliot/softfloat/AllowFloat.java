package io.foliot.softfloat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Accepts floating point in the annotated element and everything inside it. The reason is required:
 * an empty one accepts nothing and is reported.
 *
 * <p>The check recognizes any annotation with the simple name {@code AllowFloat}, in any package,
 * with retention {@code CLASS} or {@code RUNTIME}. A project can declare its own instead of
 * depending on this library. This annotation is needed only at compile time.
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
  /** {@return why floating point is right here; reports show the reason} */
  String value();
}
