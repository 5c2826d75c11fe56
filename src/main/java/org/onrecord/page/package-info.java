/** The web page for people: static files that use nothing but the public API, and the addresses they answer at. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.onrecord.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
