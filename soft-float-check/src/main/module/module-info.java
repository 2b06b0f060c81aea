/**
 * Finds floating point in class files. Start at {@link io.foliot.softfloat.SoftFloatCheck}.
 *
 * @provides java.util.spi.ToolProvider the command {@code soft-float-check}
 * @provides javax.annotation.processing.Processor the API rules at the source line
 */
module io.foliot.softfloat {
  requires java.compiler;

  exports io.foliot.softfloat;
  exports io.foliot.softfloat.model;
  exports io.foliot.softfloat.report;

  provides java.util.spi.ToolProvider with
      io.foliot.softfloat.cli.SoftFloatTool;
  provides javax.annotation.processing.Processor with
      io.foliot.softfloat.processor.FloatProcessor;
}
