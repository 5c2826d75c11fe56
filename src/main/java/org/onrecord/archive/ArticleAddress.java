package org.onrecord.archive;

import java.net.URI;
import java.util.UUID;

/** Where an article is served. */
public final class ArticleAddress {

    private ArticleAddress() {}

    public static URI of(UUID articleId) {
        return URI.create("/api/v1/articles/" + articleId);
    }
}
