/** Names that complete what is being typed. */
@NullMarked
package org.onrecord.search.suggest;

import org.jspecify.annotations.NullMarked;
