package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import io.foliot.softfloat.internal.input.Jdk;
import io.foliot.softfloat.model.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds class files in the inputs, the libraries and the JDK. */
final class ClassFiles {
  /** A class file. */
  static final class Found {
    /** Its content; null if it could not be read. */
    final byte[] bytes;

    /** Where it comes from. */
    final Origin origin;

    private Found(byte[] bytes, Origin origin) {
      this.bytes = bytes;
      this.origin = origin;
    }
  }

  private final List<ApiInput> inputs;
  private final List<ApiInput> libraries;
  private final Jdk jdk;
  private final ClassBuffer buffer = new ClassBuffer();
  private final List<Problem> problems = new ArrayList<>();

  ClassFiles(List<ApiInput> inputs, List<ApiInput> libraries, Jdk jdk) {
    this.inputs = inputs;
    this.libraries = libraries;
    this.jdk = jdk;
  }

  /** Checked classes whose code could not be read. */
  List<Problem> problems() {
    return problems;
  }

  /** Finds a class file by internal name, or returns null. */
  Found find(String className) {
    for (ApiInput input : inputs) {
      ApiClass found = input.find(className, Integer.MAX_VALUE);
      if (found != null) {
        Origin origin = input.name().startsWith("jrt:/") ? Origin.CHECKED_JDK : Origin.CHECKED;
        return new Found(read(found, true), origin);
      }
    }
    for (ApiInput library : libraries) {
      ApiClass found = library.find(className, Integer.MAX_VALUE);
      if (found != null) {
        return new Found(read(found, false), Origin.LIBRARY);
      }
    }
    try {
      byte[] bytes = jdk.read(className);
      return bytes == null ? null : new Found(bytes, Origin.JDK);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private byte[] read(ApiClass type, boolean isChecked) {
    try {
      type.container().read(type.entry(), buffer);
      return Arrays.copyOf(buffer.bytes(), buffer.length());
    } catch (IOException | BadInputException e) {
      if (isChecked) {
        damaged(type.summary().name());
      }
      return null;
    }
  }

  /** Reports a damaged class of the inputs; a damaged library class is unknown code. */
  void damaged(String className) {
    for (ApiInput input : inputs) {
      ApiClass type = input.find(className, Integer.MAX_VALUE);
      if (type != null) {
        problems.add(
            new Problem(
                type.container().name() + "!/" + type.container().entryName(type.entry()),
                "damaged class file: invalid code"));
        return;
      }
    }
  }
}
