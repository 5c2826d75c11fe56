package org.onrecord.cleaning;

/**
 * A piece of the received item that is not part of the article.
 *
 * @param text the words as received
 * @param reason what it is, in kebab case: {@code promo}, {@code consent}, {@code trailer}, {@code share-bar}, …
 */
public record Removed(String text, String reason) {}
