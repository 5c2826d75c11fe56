/** Who may do what: keys, roles, and the record of what was done. */
@ApplicationModule(allowedDependencies = {"api", "api :: input", "api :: problem", "database", "kernel"})
@NullMarked
package org.onrecord.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
