/** Stored articles over HTTP. */
@NullMarked
package org.onrecord.archive.web;

import org.jspecify.annotations.NullMarked;
