/** Outlets, articles and their immutable versions. */
@ApplicationModule(allowedDependencies = {"text", "api", "api :: input", "api :: problem", "kernel"})
@NullMarked
package org.onrecord.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
