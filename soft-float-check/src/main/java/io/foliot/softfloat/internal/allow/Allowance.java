package io.foliot.softfloat.internal.allow;

import io.foliot.softfloat.model.Location;

/**
 * One annotation named {@code AllowFloat}.
 *
 * @param location the element that carries it
 * @param reason the reason that it gives; empty if it gives none
 * @param effective whether an annotation at that place can accept anything
 */
public record Allowance(Location location, String reason, boolean effective) {}
