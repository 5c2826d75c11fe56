/** Takes a news item apart: headline, credits and body to one side, everything foreign to the other. */
@NullMarked
package org.onrecord.extraction.cleaning;

import org.jspecify.annotations.NullMarked;
