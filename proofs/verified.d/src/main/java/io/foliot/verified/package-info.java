/**
 * Proves what the integer arithmetic of Foliot gives, for all inputs, from its class files; {@code
 * docs/verified.md} says what that means. {@link io.foliot.verified.Verified} runs it.
 *
 * <p>To read it, begin with a theorem and follow it down:
 *
 * <ol>
 *   <li><b>Statements</b>: {@code UnsignedTheorems}, {@code NanosTheorems}, {@code TickTheorems},
 *       {@code PosixTheorems}, {@code XenTheorems}, {@code LineTheorems}. A statement is a {@code
 *       Theorem} about parameters of a {@code Type}, said with a {@code Claim} in {@code Theorems};
 *       a {@code Refusal} is the exception that it says.
 *   <li><b>Integers</b>: a {@code Term} is a polynomial, a sum of a {@code Product} each of some
 *       {@code Variable}; a {@code Condition} is true or false of them; a {@code Range} and a
 *       {@code Kind} bound them.
 *   <li><b>Bytecode</b>: {@code Machine} walks the methods that {@code ClassFiles} reads, one
 *       {@code Frame} for each, with {@code Arithmetic} for operators, {@code JdkModels} for the
 *       JDK, and {@code Loops} for induction over a {@code Loop}. What lies on the stack is a
 *       {@code Value}.
 *   <li><b>Deciding</b>: a {@code Path} is what is known on one way through a method, with its
 *       {@code Bounds} and {@code Exponents}; {@code Choices} goes through all ways; {@code Solver}
 *       asks z3 a {@code Question}; {@code Proof} puts it together, and is {@code Unproved} where
 *       that fails.
 *   <li><b>Tests of all that</b>: {@code Replay} runs paths and {@code Mutants} runs each {@code
 *       Mutation} in the {@code Jvm}, with {@code JvmValues} made of {@code Inputs}, and compares
 *       an {@code Outcome} with another; {@code ModelCheck} tries {@code JdkModels}; {@code
 *       Calendar} tries all days; {@code DocumentedErrors} reads Javadoc.
 * </ol>
 */
package io.foliot.verified;
