/** The passages of an item, the lines they are made of, and what can be asked of their words. */
@NullMarked
package org.onrecord.cleaning.passage;

import org.jspecify.annotations.NullMarked;
