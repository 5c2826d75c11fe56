package org.onrecord.ingest.web;

import org.onrecord.api.input.JsonBodies;
import org.onrecord.ingest.Delivery;
import org.springframework.stereotype.Component;

/** Makes deliveries of articles that come as JSON. */
@Component
class ArticleDeliveries {

    private final JsonBodies json;

    ArticleDeliveries(JsonBodies json) {
        this.json = json;
    }

    /** @param clean whether to take out what is not part of the article */
    Delivery of(ArticleRequest request, boolean clean) {
        return new Delivery(request.toMetadata(), request.toParts(json.write(request)), clean);
    }
}
