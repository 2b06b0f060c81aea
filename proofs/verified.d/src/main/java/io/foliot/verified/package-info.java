/**
 * Proves the results of Foliot's integer arithmetic for all inputs, from its class files; see
 * {@code docs/verified.md}. {@link io.foliot.verified.Verified} is the main class.
 *
 * <p>To read it, start with a theorem and follow it down:
 *
 * <ol>
 *   <li><b>Statements</b>: {@code UnsignedTheorems}, {@code NanosTheorems}, {@code TickTheorems},
 *       {@code PosixTheorems}, {@code SignedTheorems}, {@code XenTheorems}, {@code LineTheorems},
 *       {@code RateTheorems}, {@code SteeringTheorems}. A statement is a {@code Theorem} about
 *       parameters of a {@code Type}, said with a {@code Claim} in {@code Theorems}; a {@code
 *       Refusal} is the exception that it says.
 *   <li><b>Integers</b>: a {@code Term} is a polynomial, a sum of a {@code Product} each of some
 *       {@code Variable}; a {@code Condition} is true or false of them; a {@code Range} and a
 *       {@code Kind} bound them.
 *   <li><b>Bytecode</b>: {@code Machine} walks the methods that {@code ClassFiles} reads, one
 *       {@code Frame} for each, with {@code Arithmetic} for operators, {@code JdkModels} for the
 *       JDK, and {@code Loops} for induction over a {@code Loop}. A stack slot holds a {@code
 *       Value}.
 *   <li><b>Decisions</b>: a {@code Path} holds the facts on one path through a method, with its
 *       {@code Bounds} and {@code Exponents}; {@code Choices} enumerates the paths; {@code Solver}
 *       asks z3 a {@code Question}; {@code Proof} combines them, and throws {@code Unproved} if it
 *       fails.
 *   <li><b>Tests</b>: {@code Replay} evaluates paths and {@code Mutants} each {@code Mutation} in
 *       the {@code Jvm}, with {@code JvmValues} of {@code Inputs} or {@code RateExamples}, and
 *       compare each {@code Outcome}; {@code ModelCheck} tests {@code JdkModels}; {@code Calendar}
 *       tries all days; {@code DocumentedErrors} reads Javadoc.
 * </ol>
 */
package io.foliot.verified;
