/** Articles taken in over HTTP, one or many at a time; and preparing without storing. */
@NullMarked
package org.onrecord.ingest.web;

import org.jspecify.annotations.NullMarked;
