package io.foliot.softfloat.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Writes output files and creates their folders. */
final class OutputFile {
  private OutputFile() {}

  /** Writes the content of a file. */
  interface Content {
    void write(Appendable out) throws IOException;
  }

  static void write(Path file, Content content) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      // Not newBufferedWriter, which fails on unpaired surrogates in class names.
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
        content.write(out);
      }
    } catch (IOException e) {
      throw new CommandException(file + ": cannot write: " + reason(e));
    }
  }

  private static String reason(IOException error) {
    if (error instanceof AccessDeniedException) {
      return "no permission";
    }
    if (error instanceof FileAlreadyExistsException) {
      return "a file exists where a folder is needed";
    }
    if (error instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (error instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
  }
}
