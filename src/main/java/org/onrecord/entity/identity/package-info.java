/** What names tell of who is meant: keys to look names up by, forms of one name, things that everybody knows. */
@NamedInterface("identity")
@NullMarked
package org.onrecord.entity.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
