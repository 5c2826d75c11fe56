/** Takes a news item apart: headline, credits and body to one side, everything foreign to the other. */
@NamedInterface("cleaning")
@NullMarked
package org.onrecord.extraction.cleaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
