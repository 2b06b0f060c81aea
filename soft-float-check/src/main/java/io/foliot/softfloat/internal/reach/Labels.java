package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.MemberKind;

/** Names of methods in Java notation. */
final class Labels {
  private Labels() {}

  static String of(CodeMethod method) {
    return of(method.owner.name, method.name, method.descriptor);
  }

  static String of(String owner, String name, String descriptor) {
    return new Location(
            "", "", 0, owner.replace('/', '.'), MemberKind.METHOD, name, descriptor, "", 0)
        .displayName();
  }
}
