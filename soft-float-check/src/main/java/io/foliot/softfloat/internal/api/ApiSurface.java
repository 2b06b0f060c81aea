package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.api.ModuleInfo.Exposure;
import io.foliot.softfloat.model.FloatTypes;
import java.util.ArrayList;
import java.util.List;

/** Finds the visible classes of inputs. */
public final class ApiSurface {
  /**
   * A class and its input.
   *
   * @param input the input
   * @param type the class
   */
  public record Visible(ApiInput input, ApiClass type) {}

  private ApiSurface() {}

  /**
   * Lists classes.
   *
   * @param inputs the inputs
   * @param all whether to include hidden classes
   * @return the classes that the newest JVM loads, in the order of the inputs
   */
  public static List<Visible> of(List<ApiInput> inputs, boolean all) {
    Hierarchy hierarchy = new Hierarchy(inputs, List.of(), FloatTypes.standard());
    List<Visible> found = new ArrayList<>();
    for (ApiInput input : inputs) {
      for (ApiClass each : input.classes()) {
        ApiClass newest = input.find(each.summary().name(), Integer.MAX_VALUE);
        if (newest.release() == each.release()
            && (all || hierarchy.exposureOf(each, input, Integer.MAX_VALUE) == Exposure.EXPORTED)) {
          found.add(new Visible(input, each));
        }
      }
    }
    return found;
  }

  /**
   * Finds one class.
   *
   * @param inputs the inputs
   * @param className its internal name
   * @return the class, or null
   */
  public static Visible find(List<ApiInput> inputs, String className) {
    for (ApiInput input : inputs) {
      ApiClass found = input.find(className, Integer.MAX_VALUE);
      if (found != null) {
        return new Visible(input, found);
      }
    }
    return null;
  }
}
