/** Web pages: their blocks of text, which of them are the story, and what a page says of its article. */
@NullMarked
package org.onrecord.cleaning.page;

import org.jspecify.annotations.NullMarked;
