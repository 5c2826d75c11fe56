/** Words between quotation marks and reported speech: where they are, and whom the article gives as their speaker. */
@NullMarked
package org.onrecord.extraction.quoting;

import org.jspecify.annotations.NullMarked;
