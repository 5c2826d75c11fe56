/** A search as the archive means it: conditions, facets, what is found. */
@NullMarked
package org.onrecord.search.query;

import org.jspecify.annotations.NullMarked;
