package io.foliot.verified;

import io.foliot.clock.xen.VcpuTimeInfo;
import java.util.List;

/** {@code VcpuTimeInfo}: the formula of Xen's and KVM's time page. */
final class XenTheorems {
  private static final Term TWO_TO_64 = Term.powerOfTwo(64);

  private XenTheorems() {}

  static void state(Theorems in) {
    in.owner(VcpuTimeInfo.class.getName());
    in.type("shift", new Type.Number(Kind.signed(32).from(-31, 31), "I"));
    Theorem exactly =
        in.theorem(
            "u64 VcpuTimeInfo.scale(u64 ticks, u32 multiplier, shift shift)",
            3,
            XenTheorems::scaled);
    Theorem scale =
        in.summary(
            exactly,
            (claim, inputs) -> {
              claim.hint(() -> scaled(claim, inputs));
              return claim.some((Type.Number) in.find("u64"));
            });
    Type.Shape page =
        Type.Shape.of(
            VcpuTimeInfo.class,
            "counterStamp",
            in.find("u64"),
            "systemTime",
            in.find("u64"),
            "multiplier",
            in.find("u32"),
            "shiftAndFlags",
            in.find("s32"));
    in.type("VcpuTimeInfo", page);
    in.theorem(
        "u64 VcpuTimeInfo.nanosAt(VcpuTimeInfo this, u64 counter)",
        5,
        (claim, inputs) -> {
          Term stamp = inputs.get(0);
          Term systemTime = inputs.get(1);
          Term multiplier = inputs.get(2);
          // The low byte, signed.
          Term shift = inputs.get(3).plus(128).mod(256).minus(128);
          Term counter = inputs.get(4);
          claim.requires(shift.atLeast(-31).and(shift.atMost(31)));
          Term passed = claim.unsigned(counter.minus(stamp));
          // None if the counter is behind the timestamp.
          Term ticks = claim.when(passed.atLeast(Term.powerOfTwo(63))) ? Term.ZERO : passed;
          Term since = (Term) claim.ofCall(scale, List.of(ticks, multiplier, shift));
          return systemTime.plus(since).mod(TWO_TO_64);
        });
  }

  /** Left shifts of the ticks lose nothing, where Linux drops bits. */
  private static Term scaled(Claim claim, List<Term> inputs) {
    Term ticks = inputs.get(0);
    Term multiplier = inputs.get(1);
    Term shift = inputs.get(2);
    Term shifted =
        claim.when(shift.atLeast(0))
            ? ticks.times(claim.powerOfTwo(shift))
            : ticks.over(claim.powerOfTwo(shift.negate()));
    return shifted.times(multiplier).over(Term.powerOfTwo(32)).mod(TWO_TO_64);
  }
}
