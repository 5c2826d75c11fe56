/**
 * Takes a news item apart into headline, credits, body and what does not belong to the article. Plain Java: no framework,
 * no I/O.
 */
@ApplicationModule(allowedDependencies = {"text"})
@NullMarked
package org.onrecord.cleaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
