/** Articles together with all that was found in them: stored, shown whole, edited, re-extracted. */
@ApplicationModule(
        allowedDependencies = {
            "text",
            "extraction",
            "article",
            "entity",
            "quote",
            "api",
            "api :: input",
            "api :: problem",
            "kernel"
        })
@NullMarked
package org.onrecord.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
