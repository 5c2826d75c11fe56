/** Named entities and mentions over HTTP. */
@NullMarked
package org.onrecord.entity.web;

import org.jspecify.annotations.NullMarked;
