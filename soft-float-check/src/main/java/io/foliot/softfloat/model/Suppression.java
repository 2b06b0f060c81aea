package io.foliot.softfloat.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * A finding that somebody accepted, so that it does not count.
 *
 * @param finding what was found
 * @param origin how it was accepted
 * @param reason why, in the words of whoever accepted it; for a baseline the file that lists it
 */
public record Suppression(Finding finding, Origin origin, String reason)
    implements Comparable<Suppression> {
  /** How a finding is accepted. */
  public enum Origin {
    /** By an annotation named {@code AllowFloat} in the code. */
    ANNOTATION,
    /** By an entry of a {@link Baseline}. */
    BASELINE
  }

  private static final Comparator<Suppression> ORDER =
      Comparator.comparing(Suppression::finding)
          .thenComparing(Suppression::origin)
          .thenComparing(Suppression::reason);

  /** No part is null. */
  public Suppression {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(reason, "reason");
  }

  /** Orders by finding. */
  @Override
  public int compareTo(Suppression other) {
    return ORDER.compare(this, other);
  }
}
