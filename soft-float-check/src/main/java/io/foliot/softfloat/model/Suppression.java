package io.foliot.softfloat.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * An accepted finding, which does not fail the check.
 *
 * @param finding the finding
 * @param origin what accepts it
 * @param reason the reason that the annotation gives, or the baseline that lists the finding
 */
public record Suppression(Finding finding, Origin origin, String reason)
    implements Comparable<Suppression> {
  /** What accepts a finding. */
  public enum Origin {
    /** An annotation named {@code AllowFloat}. */
    ANNOTATION,
    /** An entry of a {@link Baseline}. */
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
