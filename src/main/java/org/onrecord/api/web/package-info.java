/** What stands between the container and the controllers: filters, parameters, problems. */
@NullMarked
package org.onrecord.api.web;

import org.jspecify.annotations.NullMarked;
