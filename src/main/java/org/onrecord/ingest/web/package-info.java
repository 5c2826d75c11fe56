/** Articles over HTTP: taken in, shown whole, edited; and analysis without storing. */
@NullMarked
package org.onrecord.ingest.web;

import org.jspecify.annotations.NullMarked;
