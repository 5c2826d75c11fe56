/** The addresses of the web page. */
@NullMarked
package org.onrecord.page.web;

import org.jspecify.annotations.NullMarked;
