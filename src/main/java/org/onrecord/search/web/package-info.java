/** Lists, searches and what is counted over them, over HTTP. */
@NullMarked
package org.onrecord.search.web;

import org.jspecify.annotations.NullMarked;
