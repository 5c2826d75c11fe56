/** The query language and finding again: articles, quotes, named entities. */
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
package org.onrecord.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
