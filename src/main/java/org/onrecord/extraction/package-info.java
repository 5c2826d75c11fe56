/** Text in, findings out: quotes with their speakers, named entities. Pure: no framework, no I/O. */
@ApplicationModule(allowedDependencies = {"text"})
@NullMarked
package org.onrecord.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
