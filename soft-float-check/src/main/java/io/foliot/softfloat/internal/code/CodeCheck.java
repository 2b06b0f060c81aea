package io.foliot.softfloat.internal.code;

import io.foliot.softfloat.Location;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.check.FindingList;
import java.util.List;
import java.util.function.Predicate;

/** Reports the hits of the classes of an input, visible or not. */
public final class CodeCheck {
  private CodeCheck() {}

  /**
   * Reports.
   *
   * @param input the input
   * @param classes some of its classes, read with their code
   * @param included tells by binary name which classes to report on
   * @param findings receives what was found
   */
  public static void run(
      ApiInput input, List<ApiClass> classes, Predicate<String> included, FindingList findings) {
    for (ApiClass each : classes) {
      if (each.code().isEmpty()) {
        continue;
      }
      String className = each.summary().name().replace('/', '.');
      if (included.test(className)) {
        for (CodeHit hit : each.code()) {
          Location location =
              new Location(
                  input.name(),
                  input.module(each.release()).name(),
                  each.release(),
                  className,
                  hit.kind(),
                  hit.name(),
                  hit.descriptor(),
                  each.source(),
                  hit.line());
          findings.add(hit.rule(), hit.certain(), location, hit.message(), List.of());
        }
      }
    }
  }
}
