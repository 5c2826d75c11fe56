/** The embedded PostgreSQL process and its safety. */
@ApplicationModule(allowedDependencies = {"api", "api :: input", "api :: problem", "kernel"})
@NullMarked
package org.onrecord.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
