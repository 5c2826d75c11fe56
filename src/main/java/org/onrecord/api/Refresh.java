package org.onrecord.api;

/** When a write answers: at once, which is the default, or with {@code ?refresh=wait} when search sees it. */
public enum Refresh {
    WAIT
}
