/** The engines behind the index, Lucene on disk and OpenSearch: how each is set up, asked and counted with. */
@NullMarked
package org.onrecord.search.engine;

import org.jspecify.annotations.NullMarked;
