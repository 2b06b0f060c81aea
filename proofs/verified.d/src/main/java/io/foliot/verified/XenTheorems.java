package io.foliot.verified;

import io.foliot.clock.xen.VcpuTimeInfo;

/** {@code VcpuTimeInfo}: the formula of Xen's and KVM's time page. */
final class XenTheorems {
  private static final Term TWO_TO_64 = Term.powerOfTwo(64);

  private XenTheorems() {}

  static void state(Theorems in) {
    in.owner(VcpuTimeInfo.class.getName());
    in.type("shift", new Type.Number(Kind.signed(32).from(-31, 31), "I"));
    in.theorem(
        "u64 VcpuTimeInfo.scale(u64 ticks, u32 multiplier, shift shift)", XenTheorems::scaled);
  }

  /** Nothing is lost where the ticks are shifted to the left: Linux drops bits there. */
  private static Term scaled(Claim claim, Term ticks, Term multiplier, Term shift) {
    Term shifted =
        claim.when(shift.atLeast(0))
            ? ticks.times(claim.powerOfTwo(shift))
            : ticks.over(claim.powerOfTwo(shift.negate()));
    return shifted.times(multiplier).over(Term.powerOfTwo(32)).mod(TWO_TO_64);
  }
}
