package io.foliot.softfloat.internal.code;

import io.foliot.softfloat.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
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

  /** Moves and concatenations between a format and its parts. */
  private static final int MAX_DEPTH = 200;

  /** Where values come from that the body does not compute, such as parameters. */
  private static final AbstractInsnNode OUTSIDE = new InsnNode(Opcodes.NOP);

  /**
   * A call that formats floating point, or may do so.
   *
   * @param line its line, or 0
   * @param call the call
   * @param rule the rule that it breaks
   * @param certain whether it is an error although the rule is a warning
   * @param what what the format asks for, such as {@code %.2f}
   */
  record Use(int line, MethodInsnNode call, Rule rule, boolean certain, String what) {}

  private final MethodNode body;
  private final Map<AbstractInsnNode, Texts> known = new HashMap<>();

  /** The values before each instruction, or null if the body cannot be followed. */
  private Frame<SourceValue>[] frames;

  private FormatStrings(MethodNode body) {
    this.body = body;
  }

  /** The calls of a body that format floating point or may do so, in its order. */
  static List<Use> of(String owner, MethodNode body) {
    FormatStrings strings = new FormatStrings(body);
    long width = (long) body.maxLocals + body.maxStack + 1;
    if (width * body.instructions.size() <= MAX_VALUES) {
      try {
        strings.frames = new Analyzer<>(new Sources()).analyze(owner, body);
      } catch (AnalyzerException e) {
        // The JVM would not load it, and nothing is known of its values.
        strings.frames = null;
      }
    }
    return strings.uses();
  }

  /** Remembers which instruction made a value, and which values none made. */
  private static final class Sources extends SourceInterpreter {
    Sources() {
      super(Opcodes.ASM9);
    }

    @Override
    public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
      return new SourceValue(type.getSize(), OUTSIDE);
    }
  }

  private List<Use> uses() {
    List<Use> found = new ArrayList<>();
    int line = 0;
    for (AbstractInsnNode each : body.instructions) {
      if (each instanceof LineNumberNode number) {
        line = number.line;
      } else if (each instanceof MethodInsnNode call && Formats.isFormatting(call)) {
        Use use = use(line, call);
        if (use != null) {
          found.add(use);
        }
      }
    }
    return found;
  }

  private Use use(int line, MethodInsnNode call) {
    Texts formats = Texts.UNKNOWN;
    if (frames != null) {
      Frame<SourceValue> before = frame(call);
      if (before == null) {
        // No path leads there.
        return null;
      }
      formats = texts(fromTop(before, Formats.depthOfFormat(call)), 0);
    }
    return Formats.isMessage(call) ? message(line, call, formats) : printed(line, call, formats);
  }

  private static Use printed(int line, MethodInsnNode call, Texts formats) {
    for (String format : formats.values()) {
      String conversion = Formats.floatConversion(format);
      if (conversion != null) {
        return new Use(line, call, Rule.CODE_HIDDEN, true, conversion);
      }
    }
    return formats.isComplete() ? null : unknown(line, call);
  }

  private static Use message(int line, MethodInsnNode call, Texts formats) {
    String untyped = null;
    for (String format : formats.values()) {
      MessagePattern pattern = new MessagePattern(format);
      String choice = pattern.elementOfType("choice");
      if (choice != null) {
        return new Use(line, call, Rule.CODE_HIDDEN, true, choice);
      }
      String number = pattern.elementOfType("number");
      if (number != null) {
        return new Use(line, call, Rule.CODE_HIDDEN, false, number);
      }
      untyped = pattern.untypedElement() == null ? untyped : pattern.untypedElement();
    }
    if (!formats.isComplete()) {
      return unknown(line, call);
    }
    return untyped == null
        ? null
        : new Use(line, call, Rule.CODE_FORMAT, false, untyped + ", which may be a number");
  }

  private static Use unknown(int line, MethodInsnNode call) {
    return new Use(line, call, Rule.CODE_FORMAT, false, "a format that is not a constant");
  }

  private Frame<SourceValue> frame(AbstractInsnNode at) {
    return frames[body.instructions.indexOf(at)];
  }

  private static SourceValue fromTop(Frame<SourceValue> frame, int depth) {
    return frame.getStack(frame.getStackSize() - 1 - depth);
  }

  private Texts texts(SourceValue value, int depth) {
    Set<String> values = new TreeSet<>();
    boolean isComplete = true;
    for (AbstractInsnNode source : value.insns) {
      Texts each = texts(source, depth);
      values.addAll(each.values());
      isComplete &= each.isComplete();
    }
    return new Texts(values, isComplete && !value.insns.isEmpty());
  }

  /** The texts that an instruction may give; a loop gives what is not known. */
  private Texts texts(AbstractInsnNode source, int depth) {
    Texts done = known.putIfAbsent(source, Texts.UNKNOWN);
    if (done == null) {
      done =
          source.equals(OUTSIDE) || depth > MAX_DEPTH ? Texts.UNKNOWN : computed(source, depth + 1);
      known.put(source, done);
    }
    return done;
  }

  private Texts computed(AbstractInsnNode source, int depth) {
    Frame<SourceValue> before = frame(source);
    if (source instanceof LdcInsnNode constant && constant.cst instanceof String text) {
      return Texts.of(text);
    }
    if (source instanceof InvokeDynamicInsnNode concatenation
        && concatenation.name.equals("makeConcatWithConstants")
        && concatenation.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")
        && concatenation.bsmArgs.length > 0
        && concatenation.bsmArgs[0] instanceof String recipe) {
      return concatenated(concatenation, recipe, before, depth);
    }
    if (source instanceof MethodInsnNode call && isOfBuilder(call)) {
      return switch (call.name) {
        case "toString" -> built(fromTop(before, 0), depth);
        case "append" -> {
          Type part = Type.getArgumentTypes(call.desc)[0];
          yield built(fromTop(before, 1), depth).plus(part(part, fromTop(before, 0), depth));
        }
        default -> Texts.UNKNOWN;
      };
    }
    return switch (source.getOpcode()) {
      case Opcodes.ACONST_NULL -> Texts.NONE;
      case Opcodes.NEW -> isEmptyBuilder(source) ? Texts.of("") : Texts.UNKNOWN;
      case Opcodes.ALOAD -> texts(before.getLocal(((VarInsnNode) source).var), depth);
      case Opcodes.ASTORE, Opcodes.CHECKCAST, Opcodes.DUP -> texts(fromTop(before, 0), depth);
      default -> Texts.UNKNOWN;
    };
  }

  private static boolean isOfBuilder(MethodInsnNode call) {
    return isBuilder(call.owner)
        && Type.getArgumentTypes(call.desc).length == (call.name.equals("append") ? 1 : 0);
  }

  private static boolean isBuilder(String owner) {
    return owner.equals("java/lang/StringBuilder") || owner.equals("java/lang/StringBuffer");
  }

  private static boolean isEmptyBuilder(AbstractInsnNode made) {
    AbstractInsnNode copy = nextInstruction(made);
    return copy != null
        && copy.getOpcode() == Opcodes.DUP
        && nextInstruction(copy) instanceof MethodInsnNode constructor
        && isBuilder(constructor.owner)
        && constructor.desc.equals("()V");
  }

  private static AbstractInsnNode nextInstruction(AbstractInsnNode from) {
    AbstractInsnNode next = from.getNext();
    while (next != null && next.getOpcode() < 0) {
      next = next.getNext();
    }
    return next;
  }

  /** What is in a builder that no variable holds: as compilers concatenate for Java 8. */
  private Texts built(SourceValue builder, int depth) {
    for (AbstractInsnNode source : builder.insns) {
      boolean isChained =
          source.getOpcode() == Opcodes.NEW
              || (source.getOpcode() == Opcodes.DUP
                  && source.getPrevious().getOpcode() == Opcodes.NEW)
              || (source instanceof MethodInsnNode call && call.name.equals("append"));
      if (!isChained || builder.insns.size() > 1) {
        return Texts.UNKNOWN;
      }
    }
    return texts(builder, depth);
  }

  /** Fills in a recipe of {@code java.lang.invoke.StringConcatFactory}. */
  private Texts concatenated(
      InvokeDynamicInsnNode call, String recipe, Frame<SourceValue> before, int depth) {
    Type[] types = Type.getArgumentTypes(call.desc);
    Texts all = Texts.of("");
    int argument = 0;
    int constant = 1;
    int from = 0;
    for (int at = 0; at < recipe.length(); at++) {
      char c = recipe.charAt(at);
      if (c == '\1' && argument < types.length) {
        all = all.plus(Texts.of(recipe.substring(from, at)));
        SourceValue value = fromTop(before, types.length - 1 - argument);
        all = all.plus(part(types[argument], value, depth));
        argument++;
        from = at + 1;
      } else if (c == '\2' && constant < call.bsmArgs.length) {
        all = all.plus(Texts.of(recipe.substring(from, at) + call.bsmArgs[constant]));
        constant++;
        from = at + 1;
      }
    }
    return all.plus(Texts.of(recipe.substring(from)));
  }

  private static Texts character(SourceValue value) {
    AbstractInsnNode source = value.insns.size() == 1 ? value.insns.iterator().next() : OUTSIDE;
    return source instanceof IntInsnNode constant
        ? Texts.of(String.valueOf((char) constant.operand))
        : Texts.UNKNOWN.withDigits();
  }

  /** What a part of a concatenation may be. */
  private Texts part(Type type, SourceValue value, int depth) {
    return switch (type.getClassName()) {
      case "java.lang.String" -> texts(value, depth).withDigits();
      case "char" -> character(value);
      case "boolean",
          "byte",
          "short",
          "int",
          "long",
          "float",
          "double",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long" ->
          Texts.DIGITS;
      default -> Texts.UNKNOWN.withDigits();
    };
  }
}
