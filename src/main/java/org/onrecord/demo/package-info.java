/** A sample archive to look around in, loaded under the profile {@code demo}; all of it is invented. */
@ApplicationModule(allowedDependencies = {"ingest", "article", "api"})
@NullMarked
package org.onrecord.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
