/** The whole archive as lines of JSON: written out while it serves, and read into an empty one. */
@ApplicationModule(allowedDependencies = {"api", "database", "kernel"})
@NullMarked
package org.onrecord.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
