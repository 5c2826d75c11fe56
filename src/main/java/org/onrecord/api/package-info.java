/** HTTP conventions every resource shares: problems, conditional requests, cursors, limits. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.onrecord.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
