package io.foliot.softfloat.internal.report;

import io.foliot.softfloat.Finding;
import io.foliot.softfloat.internal.gang.Gang;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes findings as text with several threads: a large report has ten thousands of lines. */
public final class TextLines {
  /** Findings that a thread writes at once. */
  private static final int CHUNK = 64;

  /** Findings whose lines are in memory together. */
  private static final int ROUND = 256 * CHUNK;

  /** How one finding is written. */
  public interface Format {
    /**
     * Appends the lines of a finding.
     *
     * @param text what they are appended to
     * @param finding the finding
     */
    void append(StringBuilder text, Finding finding);
  }

  private TextLines() {}

  /**
   * Writes findings in their order.
   *
   * @param findings the findings
   * @param format how one is written; used by several threads
   * @param out where to
   * @throws IOException what {@code out} threw
   */
  public static void write(List<Finding> findings, Format format, Appendable out)
      throws IOException {
    for (int from = 0; from < findings.size(); from += ROUND) {
      List<Finding> round = findings.subList(from, Math.min(from + ROUND, findings.size()));
      String[] blocks = new String[(round.size() + CHUNK - 1) / CHUNK];
      int threads = Runtime.getRuntime().availableProcessors();
      List<Scribe> scribes = new ArrayList<>();
      for (int i = 0; i < Gang.size(threads, round.size(), CHUNK); i++) {
        scribes.add(new Scribe(round, format, blocks));
      }
      Gang.run(scribes, round.size(), CHUNK);
      for (String block : blocks) {
        out.append(block);
      }
    }
  }

  /** Writes some of the blocks. */
  private static final class Scribe implements Gang.Member {
    private final List<Finding> findings;
    private final Format format;
    private final String[] blocks;
    private final StringBuilder text = new StringBuilder();

    Scribe(List<Finding> findings, Format format, String[] blocks) {
      this.findings = findings;
      this.format = format;
      this.blocks = blocks;
    }

    @Override
    public void work(int from, int to) {
      text.setLength(0);
      for (int i = from; i < to; i++) {
        format.append(text, findings.get(i));
      }
      blocks[from / CHUNK] = text.toString();
    }
  }
}
