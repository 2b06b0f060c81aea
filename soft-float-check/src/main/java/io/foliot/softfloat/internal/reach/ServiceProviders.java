package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.api.ApiInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the service providers that the inputs declare for {@code ServiceLoader}. */
final class ServiceProviders {
  /** The size limit of declarations. */
  private static final int MAX_BYTES = 1 << 20;

  private ServiceProviders() {}

  /** Binary names of the providers, from {@code META-INF/services} and module descriptors. */
  static Set<String> of(List<ApiInput> inputs) {
    Set<String> found = new LinkedHashSet<>();
    for (ApiInput input : inputs) {
      try {
        read(input.name(), found);
      } catch (IOException | RuntimeException e) {
        // Only archives and folders have providers, and damaged ones are already reported.
      }
    }
    return found;
  }

  private static void read(String input, Set<String> found) throws IOException {
    if (input.startsWith("jrt:/")) {
      return;
    }
    Path path;
    try {
      path = Path.of(input);
    } catch (InvalidPathException e) {
      return;
    }
    if (Files.isDirectory(path)) {
      readFolder(path, found);
    } else if (Files.isRegularFile(path) && !input.endsWith(".class")) {
      try (FileSystem archive = FileSystems.newFileSystem(path)) {
        boolean isJmod = Files.isDirectory(archive.getPath("/classes"));
        readFolder(archive.getPath(isJmod ? "/classes" : "/"), found);
      }
    }
  }

  private static void readFolder(Path folder, Set<String> found) throws IOException {
    Path services = folder.resolve("META-INF").resolve("services");
    if (Files.isDirectory(services)) {
      List<Path> files = new ArrayList<>();
      try (DirectoryStream<Path> stream =
          Files.newDirectoryStream(services, Files::isRegularFile)) {
        stream.forEach(files::add);
      }
      files.sort(null);
      for (Path file : files) {
        for (String line : text(file).lines().toList()) {
          String name = line.replaceFirst("#.*", "").strip();
          if (!name.isEmpty()) {
            found.add(name);
          }
        }
      }
    }
    Path descriptor = folder.resolve("module-info.class");
    if (Files.isRegularFile(descriptor)) {
      new ClassReader(bytes(descriptor)).accept(new Descriptor(found), ClassReader.SKIP_CODE);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES);
    }
  }

  private static final class Descriptor extends ClassVisitor {
    private final Set<String> found;

    Descriptor(Set<String> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public ModuleVisitor visitModule(String name, int access, String version) {
      return new ModuleVisitor(Opcodes.ASM9) {
        @Override
        public void visitProvide(String service, String... providers) {
          for (String each : providers) {
            found.add(each.replace('/', '.'));
          }
        }
      };
    }
  }
}
