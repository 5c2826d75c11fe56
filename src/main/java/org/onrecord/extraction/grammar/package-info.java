/** The words and phrases of English prose: word classes, verb groups, clauses, quotation marks. */
@NullMarked
package org.onrecord.extraction.grammar;

import org.jspecify.annotations.NullMarked;
