/** The archive's export over HTTP. */
@NullMarked
package org.onrecord.backup.web;

import org.jspecify.annotations.NullMarked;
