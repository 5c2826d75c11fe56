/** Named entities, their names and mentions, and the decisions about who is who. */
@ApplicationModule(
        allowedDependencies = {
            "text",
            "extraction",
            "extraction :: persons",
            "article",
            "api",
            "api :: input",
            "api :: problem",
            "kernel"
        })
@NullMarked
package org.onrecord.entity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
