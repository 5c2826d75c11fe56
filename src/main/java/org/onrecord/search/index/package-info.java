/** What of the archive is indexed: the documents, their fields, and how words are analysed. */
@NullMarked
package org.onrecord.search.index;

import org.jspecify.annotations.NullMarked;
