package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import io.foliot.softfloat.internal.scan.ClassParts;
import io.foliot.softfloat.internal.scan.ClassScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A field or method that a class declares. */
record Declared(int access, String name, String descriptor) {
  boolean isMethod() {
    return descriptor.startsWith("(");
  }

  /** What a class of an input declares, in the order of the class file, which is read again. */
  static List<Declared> by(ApiClass of, ClassBuffer buffer, ClassScanner scanner)
      throws IOException, BadInputException {
    of.container().read(of.entry(), buffer);
    scanner.scan(buffer);
    ClassParts parts = scanner.parts();
    List<Declared> all = new ArrayList<>();
    int at = parts.membersAt();
    for (int table = 0; table < 2; table++) {
      int count = parts.u2(at);
      at += 2;
      for (int i = 0; i < count; i++) {
        all.add(new Declared(parts.u2(at), parts.text(at + 2), parts.text(at + 4)));
        at = parts.afterAttributes(at + 6);
      }
    }
    return all;
  }
}
