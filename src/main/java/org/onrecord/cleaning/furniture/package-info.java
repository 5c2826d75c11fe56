/** What sites put around and into stories, recognised by the words of one passage. */
@NullMarked
package org.onrecord.cleaning.furniture;

import org.jspecify.annotations.NullMarked;
