/**
 * Trials: programs that start the archive as people run it, do it harm, and check that nothing acknowledged is lost.
 * Described in docs/reliability.md.
 */
@NullMarked
package org.onrecord.trial;

import org.jspecify.annotations.NullMarked;
