package io.foliot.softfloat.internal.allow;

import io.foliot.softfloat.model.Location;

/**
 * One annotation named {@code AllowFloat}.
 *
 * @param location the annotated element
 * @param reason the reason that it gives, or empty
 * @param effective whether it has an effect on such an element
 */
public record Allowance(Location location, String reason, boolean effective) {}
