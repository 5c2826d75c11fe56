/** What stands over a story: byline, dateline, time of publication. */
@NullMarked
package org.onrecord.cleaning.credit;

import org.jspecify.annotations.NullMarked;
