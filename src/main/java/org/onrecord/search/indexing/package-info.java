/** How documents get into the index: from the outbox, after every change, and all anew when the index cannot be trusted. */
@NullMarked
package org.onrecord.search.indexing;

import org.jspecify.annotations.NullMarked;
