package io.foliot.softfloat.model;

import java.util.Set;

/** The float-shaped types of the JDK, releases 8 to 25. */
final class ShapedNames {
  private ShapedNames() {}

  /** Internal names. */
  static final Set<String> JDK =
      Set.of(
          "java/util/DoubleSummaryStatistics",
          "java/util/OptionalDouble",
          "java/util/PrimitiveIterator$OfDouble",
          "java/util/Spliterator$OfDouble",
          "java/util/Spliterators$AbstractDoubleSpliterator",
          "java/util/concurrent/atomic/DoubleAccumulator",
          "java/util/concurrent/atomic/DoubleAdder",
          "java/util/function/DoubleBinaryOperator",
          "java/util/function/DoubleConsumer",
          "java/util/function/DoubleFunction",
          "java/util/function/DoublePredicate",
          "java/util/function/DoubleSupplier",
          "java/util/function/DoubleToIntFunction",
          "java/util/function/DoubleToLongFunction",
          "java/util/function/DoubleUnaryOperator",
          "java/util/function/IntToDoubleFunction",
          "java/util/function/LongToDoubleFunction",
          "java/util/function/ObjDoubleConsumer",
          "java/util/function/ToDoubleBiFunction",
          "java/util/function/ToDoubleFunction",
          "java/util/stream/DoubleStream",
          "java/util/stream/DoubleStream$Builder",
          "java/util/stream/DoubleStream$DoubleMapMultiConsumer",
          "java/nio/DoubleBuffer",
          "java/nio/FloatBuffer",
          "java/lang/classfile/AnnotationValue$OfDouble",
          "java/lang/classfile/AnnotationValue$OfFloat",
          "java/lang/classfile/constantpool/DoubleEntry",
          "java/lang/classfile/constantpool/FloatEntry",
          "java/lang/foreign/ValueLayout$OfDouble",
          "java/lang/foreign/ValueLayout$OfFloat",
          "java/awt/geom/Arc2D$Double",
          "java/awt/geom/Arc2D$Float",
          "java/awt/geom/CubicCurve2D$Double",
          "java/awt/geom/CubicCurve2D$Float",
          "java/awt/geom/Ellipse2D$Double",
          "java/awt/geom/Ellipse2D$Float",
          "java/awt/geom/Line2D$Double",
          "java/awt/geom/Line2D$Float",
          "java/awt/geom/Path2D$Double",
          "java/awt/geom/Path2D$Float",
          "java/awt/geom/Point2D$Double",
          "java/awt/geom/Point2D$Float",
          "java/awt/geom/QuadCurve2D$Double",
          "java/awt/geom/QuadCurve2D$Float",
          "java/awt/geom/Rectangle2D$Double",
          "java/awt/geom/Rectangle2D$Float",
          "java/awt/geom/RoundRectangle2D$Double",
          "java/awt/geom/RoundRectangle2D$Float",
          "java/awt/image/DataBufferDouble",
          "java/awt/image/DataBufferFloat",
          "jdk/incubator/vector/DoubleVector",
          "jdk/incubator/vector/Float16",
          "jdk/incubator/vector/Float16Vector",
          "jdk/incubator/vector/FloatVector");
}
