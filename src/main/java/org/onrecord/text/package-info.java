/** Spans, offsets and normalised text: plain Java, no framework. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.onrecord.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
