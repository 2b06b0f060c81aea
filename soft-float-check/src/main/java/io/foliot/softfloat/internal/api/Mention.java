package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.model.Rule;

/**
 * One way in which an element mentions floating point.
 *
 * @param rule the rule that it breaks
 * @param message what was found, in a few words
 */
record Mention(Rule rule, String message) {}
