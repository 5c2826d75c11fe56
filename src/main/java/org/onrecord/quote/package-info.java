/** Who said what: quotes, attributions and their review. */
@ApplicationModule(
        allowedDependencies = {
            "text",
            "extraction",
            "article",
            "entity",
            "api",
            "api :: input",
            "api :: problem",
            "kernel"
        })
@NullMarked
package org.onrecord.quote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
