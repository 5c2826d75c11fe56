/** The query language: what people type into {@code q}, read into clauses; plain Java, no index. */
@NullMarked
package org.onrecord.search.language;

import org.jspecify.annotations.NullMarked;
