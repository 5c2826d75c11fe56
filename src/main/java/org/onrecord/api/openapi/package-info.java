/** The description of the API for programs: OpenAPI 3.1, made from the controllers. */
@NullMarked
package org.onrecord.api.openapi;

import org.jspecify.annotations.NullMarked;
