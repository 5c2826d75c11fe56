/**
 * How fast the archive is, beside PostgreSQL's own full-text search and OpenSearch on the same articles; see
 * docs/benchmarks.md.
 */
@NullMarked
package org.onrecord.benchmark;

import org.jspecify.annotations.NullMarked;
