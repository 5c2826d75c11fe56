/** Everything that takes an article in. */
@ApplicationModule(
        allowedDependencies = {
            "text",
            "cleaning",
            "extraction",
            "archive",
            "article",
            "entity",
            "quote",
            "api",
            "api :: input",
            "api :: problem",
            "kernel"
        })
@NullMarked
package org.onrecord.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
