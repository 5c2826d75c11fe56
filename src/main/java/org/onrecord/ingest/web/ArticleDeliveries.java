package org.onrecord.ingest.web;

import org.onrecord.api.input.JsonBodies;
import org.onrecord.archive.ArticleRequest;
import org.onrecord.archive.Checked;
import org.onrecord.archive.OutletChoice;
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
        return new Delivery(metadata(request), parts(request, json.write(request)), clean);
    }

    private static Delivery.Metadata metadata(ArticleRequest request) {
        OutletChoice outlet = request.outlet();
        String url = request.url();
        String language = request.language();
        return new Delivery.Metadata(
                request.outletSlug(),
                outlet == null ? null : outlet.name(),
                url == null ? null : Checked.url("/url", url),
                request.externalId(),
                request.publishedAt(),
                request.modifiedAt(),
                request.section(),
                request.tagList(),
                request.rights(),
                language == null ? null : Checked.language("/language", language),
                request.status());
    }

    private static Delivery.Parts parts(ArticleRequest request, String received) {
        return new Delivery.Parts(
                received,
                request.headline().strip(),
                request.standfirst(),
                request.byline(),
                request.dateline(),
                request.body());
    }
}
