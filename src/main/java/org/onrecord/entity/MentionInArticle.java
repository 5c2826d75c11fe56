package org.onrecord.entity;

import java.util.UUID;

/** A mention with the article it stands in. */
public record MentionInArticle(UUID articleId, MentionView mention) {}
