package org.onrecord.search.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.index.IndexedArticle;
import org.onrecord.search.index.IndexedEntity;

/**
 * One of what the index found.
 *
 * @param key its value of the field that orders the list: a time, a number, or a text; null in a list by relevance
 * @param summary what is shown of an article or an entity, made by {@link IndexedArticle#SUMMARY} or
 *     {@link IndexedEntity#SUMMARY}; null where it was not asked for
 */
public record Hit(UUID id, @Nullable Object key, @Nullable String summary) {}
