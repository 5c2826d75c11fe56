/** The embedded PostgreSQL process and its safety. */
@ApplicationModule(allowedDependencies = {"api"})
@NullMarked
package org.onrecord.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
