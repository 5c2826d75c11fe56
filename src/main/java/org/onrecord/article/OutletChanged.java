package org.onrecord.article;

import java.util.UUID;

/** An outlet is new, or what is said of it changed. Published inside the transaction that changes it. */
public record OutletChanged(UUID outletId) {}
