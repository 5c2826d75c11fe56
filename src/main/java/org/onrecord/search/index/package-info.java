/** What of the archive is indexed and how it gets there: the documents, their analysis, and the way from the outbox. */
@NullMarked
package org.onrecord.search.index;

import org.jspecify.annotations.NullMarked;
