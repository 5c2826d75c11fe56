/** Who is asking, and whether they may. */
@NullMarked
package org.onrecord.access.web;

import org.jspecify.annotations.NullMarked;
