/** What requests may say: strict JSON and parameters, merge patches, limits. */
@NamedInterface("input")
@NullMarked
package org.onrecord.api.input;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
