/** What lists show of what was found: summaries, labels, highlights. */
@NullMarked
package org.onrecord.search.listing;

import org.jspecify.annotations.NullMarked;
