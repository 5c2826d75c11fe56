package org.onrecord.article;

import java.util.UUID;

/**
 * An article, its text or what was found in it changed. Published inside the transaction that changes it, so that a
 * listener's own writes stand or fall with the change.
 */
public record ArticleChanged(UUID articleId) {}
