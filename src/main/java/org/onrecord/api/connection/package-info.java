/** How long and how slowly a client may keep the archive waiting. */
@NullMarked
package org.onrecord.api.connection;

import org.jspecify.annotations.NullMarked;
