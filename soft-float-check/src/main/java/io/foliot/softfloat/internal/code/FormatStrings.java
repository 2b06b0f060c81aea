package io.foliot.softfloat.internal.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Which format strings a body passes to which calls, found by following the values. */
final class FormatStrings {
  /** Values of all frames together; what a compiler writes has a hundredth of this. */
  private static final long MAX_VALUES = 20_000_000;

  /** Where a value is moved several times, such as a variable that is assigned another. */
  private static final int MAX_MOVES = 50;

  /**
   * A call that formats floating point.
   *
   * @param line its line, or 0
   * @param call the call
   * @param conversion what the format asks for, such as {@code %.2f}
   */
  record Use(int line, MethodInsnNode call, String conversion) {}

  private final MethodNode body;
  private Frame<SourceValue>[] frames;

  private FormatStrings(MethodNode body) {
    this.body = body;
  }

  /** The calls of a body that format floating point, in its order. */
  static List<Use> of(String owner, MethodNode body) {
    long width = (long) body.maxLocals + body.maxStack + 1;
    if (width * body.instructions.size() > MAX_VALUES) {
      return List.of();
    }
    try {
      FormatStrings strings = new FormatStrings(body);
      strings.frames = new Analyzer<>(new SourceInterpreter()).analyze(owner, body);
      return strings.uses();
    } catch (AnalyzerException e) {
      // The JVM would not load it.
      return List.of();
    }
  }

  private List<Use> uses() {
    List<Use> found = new ArrayList<>();
    int line = 0;
    for (AbstractInsnNode each : body.instructions) {
      if (each instanceof LineNumberNode number) {
        line = number.line;
      } else if (each instanceof MethodInsnNode call
          && Formats.isFormatting(call.owner, call.name)
          && frames[body.instructions.indexOf(call)] != null) {
        String conversion = conversion(call);
        if (conversion != null) {
          found.add(new Use(line, call, conversion));
        }
      }
    }
    return found;
  }

  /** The first float conversion among the texts that may be the format, or null. */
  private String conversion(MethodInsnNode call) {
    Frame<SourceValue> frame = frames[body.instructions.indexOf(call)];
    Type[] arguments = Type.getArgumentTypes(call.desc);
    // The format is the first text, or the object itself for String.formatted.
    int depth = arguments.length;
    if (!call.name.equals("formatted")) {
      int index = 0;
      while (index < arguments.length
          && !arguments[index].getClassName().equals("java.lang.String")) {
        index++;
      }
      depth = arguments.length - 1 - index;
    }
    Set<String> texts = new HashSet<>();
    collect(frame.getStack(frame.getStackSize() - 1 - depth), texts, MAX_MOVES);
    String first = null;
    for (String text : texts) {
      String conversion = Formats.floatConversion(text);
      if (conversion != null && (first == null || conversion.compareTo(first) < 0)) {
        first = conversion;
      }
    }
    return first;
  }

  /** The texts that a value may be; what is computed stands for digits. */
  private void collect(SourceValue value, Set<String> texts, int moves) {
    for (AbstractInsnNode source : value.insns) {
      if (source instanceof LdcInsnNode constant && constant.cst instanceof String text) {
        texts.add(text);
      } else if (source instanceof InvokeDynamicInsnNode concatenation
          && concatenation.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")
          && concatenation.bsmArgs.length > 0
          && concatenation.bsmArgs[0] instanceof String recipe) {
        texts.add(recipe.replace('\1', '1').replace('\2', '1'));
      } else if (moves > 0) {
        int index = body.instructions.indexOf(source);
        Frame<SourceValue> before = frames[index];
        if (before == null) {
          continue;
        }
        if (source instanceof VarInsnNode variable && source.getOpcode() == Opcodes.ALOAD) {
          collect(before.getLocal(variable.var), texts, moves - 1);
        } else if (source.getOpcode() == Opcodes.ASTORE
            || source.getOpcode() == Opcodes.CHECKCAST
            || source.getOpcode() == Opcodes.DUP) {
          collect(before.getStack(before.getStackSize() - 1), texts, moves - 1);
        }
      }
    }
  }
}
