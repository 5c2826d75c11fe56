package org.onrecord.ingest;

/** A delivery that has been read to the end and only needs to be stored. */
public record ReadDelivery(Delivery delivery, PreparedArticle prepared) {}
