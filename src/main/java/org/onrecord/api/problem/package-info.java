/** What can be wrong with a request, each kind a type, and how a failure is told as one (RFC 9457). */
@NamedInterface("problem")
@NullMarked
package org.onrecord.api.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
