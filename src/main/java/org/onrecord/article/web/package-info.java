/** Outlets and the versions of articles over HTTP. */
@NullMarked
package org.onrecord.article.web;

import org.jspecify.annotations.NullMarked;
