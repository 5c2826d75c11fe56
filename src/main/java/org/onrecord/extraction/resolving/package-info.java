/** Who is who inside one article: names to their fullest form, descriptors and pronouns to names. */
@NullMarked
package org.onrecord.extraction.resolving;

import org.jspecify.annotations.NullMarked;
