package io.foliot.softfloat.internal.reach;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;

/** The objects in the arrays of the program, separated by the methods that create the arrays. */
final class ArrayContents {
  private final CallGraph graph;
  private final Map<Object, Flow> elements = new HashMap<>();

  /** The objects that are stored through variables with too many arrays to separate. */
  private final Flow storedAnywhere = Flow.ofAny();

  ArrayContents(CallGraph graph) {
    this.graph = graph;
  }

  /** The elements of an array of objects. */
  Flow elements(ObjectType array) {
    Object key = array;
    if (array.isGiven()) {
      key = array.maker() == null ? Types.OBJECT : array.maker();
    }
    Flow known = elements.get(key);
    if (known == null) {
      String element = array.isGiven() ? Types.OBJECT : Types.elementOf(array.name());
      known = new Flow(element);
      elements.put(key, known);
      graph.flows().assign(storedAnywhere, known, element);
    }
    return known;
  }

  /** Stores a value into the arrays among some objects. */
  void store(Flow arrays, Flow value) {
    graph.flows().listen(arrays, array -> store(value, array));
  }

  private void store(Flow value, ObjectType array) {
    Propagation flows = graph.flows();
    if (array.isAny()) {
      flows.assign(value, storedAnywhere, null);
      flows.assign(value, graph.escapes().escaped(), null);
    } else if (array.holdsObjects()) {
      flows.assign(value, elements(array), Types.elementOf(array.name()));
      if (array.isGiven()) {
        flows.assign(value, graph.escapes().escaped(), null);
      }
    }
  }

  /** Loads a value from the arrays among some objects. */
  void load(Flow arrays, Flow loaded) {
    graph.flows().listen(arrays, array -> load(array, loaded));
  }

  private void load(ObjectType array, Flow loaded) {
    if (array.isAny() && (array.holdsObjects() || !array.isArray())) {
      String element = array.isArray() ? Types.elementOf(array.name()) : Types.OBJECT;
      graph.flows().add(loaded, graph.types().any(element));
    } else if (array.holdsObjects()) {
      String element = Types.elementOf(array.name());
      graph.flows().assign(elements(array), loaded, element);
      if (array.isGiven()) {
        graph.give(loaded, Type.getObjectType(element));
      }
    }
  }
}
