package org.onrecord.article;

/**
 * Something that cleaning took out of an item.
 *
 * @param text the words as received
 * @param reason what they were, in kebab case ("promo", "consent")
 */
public record RemovedText(String text, String reason) {}
