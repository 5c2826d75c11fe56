/** Takes a news item apart: headline, credits and body to one side, everything foreign to the other. Plain Java: no
 * framework, no I/O. */
@ApplicationModule(allowedDependencies = {"text"})
@NullMarked
package org.onrecord.cleaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
