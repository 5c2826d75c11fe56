/** HTTP conventions every resource shares: problems, conditional requests, cursors, limits. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.onrecord.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
