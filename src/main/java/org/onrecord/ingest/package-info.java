/** Everything that takes an article in. */
@ApplicationModule(
        allowedDependencies = {"text", "extraction", "extraction :: cleaning", "article", "entity", "quote", "api"})
@NullMarked
package org.onrecord.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
