package io.foliot.clock.xen;

import io.foliot.clock.MonotonicClock;

/** A clock of this package that shows the very time that Xen's wall clock is an offset to. */
interface SystemTime extends MonotonicClock {}
