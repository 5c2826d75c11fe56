/** Quotes over HTTP: shown, added, reviewed. */
@NullMarked
package org.onrecord.quote.web;

import org.jspecify.annotations.NullMarked;
