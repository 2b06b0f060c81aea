package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.model.Rule;

/**
 * A mention of floating point in a declaration.
 *
 * @param rule the rule that it breaks
 * @param message what it is, in a few words
 */
record Mention(Rule rule, String message) {}
