package io.foliot.softfloat.internal.reach;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;

/** What the arrays of the program hold, told apart by the methods that make them. */
final class ArrayContents {
  private final CallGraph graph;
  private final Map<Object, Flow> elements = new HashMap<>();

  /** What is stored into arrays of which too many are known. */
  private final Flow storedAnywhere = Flow.ofAny();

  ArrayContents(CallGraph graph) {
    this.graph = graph;
  }

  /** What one array, of objects, holds. */
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

  /** What is stored into the arrays among some objects. */
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

  /** What is loaded from the arrays among some objects. */
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
