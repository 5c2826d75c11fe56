package org.onrecord.article;

import java.util.UUID;

/** What is said of an outlet changed. Published inside the transaction that changes it. */
public record OutletChanged(UUID outletId) {}
