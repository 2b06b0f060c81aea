/**
 * Finds floating point in class files. Start at {@link io.foliot.softfloat.SoftFloatCheck}.
 *
 * @provides java.util.spi.ToolProvider the command {@code soft-float-check}
 */
module io.foliot.softfloat {
  exports io.foliot.softfloat;

  provides java.util.spi.ToolProvider with
      io.foliot.softfloat.cli.SoftFloatTool;
}
