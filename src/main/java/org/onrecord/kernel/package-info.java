/** What all modules share and none owns: ids, digests, and how much is done at once. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.onrecord.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
