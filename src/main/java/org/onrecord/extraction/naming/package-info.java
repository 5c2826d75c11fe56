/** Finds names of people, organisations, places and other things in running text, with a model learned from open text. */
@NullMarked
package org.onrecord.extraction.naming;

import org.jspecify.annotations.NullMarked;
