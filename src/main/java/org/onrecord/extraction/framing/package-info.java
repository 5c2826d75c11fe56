/** Where the writer's own sentences report words: the cue, whom the words come from, how the two are built. */
@NullMarked
package org.onrecord.extraction.framing;

import org.jspecify.annotations.NullMarked;
