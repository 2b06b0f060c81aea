package io.foliot.softfloat.internal.code;

import io.foliot.softfloat.model.MemberKind;
import io.foliot.softfloat.model.Rule;

/**
 * All uses of floating point in one member under one rule.
 *
 * @param rule the rule
 * @param certain whether it is an error although the rule is a warning
 * @param kind the kind of member
 * @param name its name, or empty for the class
 * @param descriptor its descriptor, or empty for the class
 * @param line the line of the first use, or 0
 * @param message what it is
 */
public record CodeHit(
    Rule rule,
    boolean certain,
    MemberKind kind,
    String name,
    String descriptor,
    int line,
    String message) {}
