package org.onrecord.ingest;

/**
 * A delivery that has been read to the end and only needs to be stored.
 *
 * @param receivedSha256 digest of the item as received
 */
public record ReadDelivery(Delivery delivery, PreparedArticle prepared, String receivedSha256) {}
