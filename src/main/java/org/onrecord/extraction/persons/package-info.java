/** What names of people tell by themselves: forms of address, first names and their short forms, the pronoun. */
@NamedInterface("persons")
@NullMarked
package org.onrecord.extraction.persons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
