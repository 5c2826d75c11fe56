/** OnRecord's modules, one a direct sub-package. */
@NullMarked
package org.onrecord;

import org.jspecify.annotations.NullMarked;
