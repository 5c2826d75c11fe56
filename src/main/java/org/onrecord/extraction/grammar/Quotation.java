package org.onrecord.extraction.grammar;

import org.onrecord.text.CharSpan;

/**
 * A stretch of one paragraph between outer quotation marks. Quotations nested in it are part of its words.
 *
 * @param whole the words with their marks; ends with the words where the paragraph ends without a closing mark
 * @param words the words between the marks
 * @param closed whether the paragraph has the closing mark
 * @param single whether the marks are single ones
 * @param continues whether the words go on from an unclosed quotation that ends the paragraph before
 */
public record Quotation(CharSpan whole, CharSpan words, boolean closed, boolean single, boolean continues) {

    public int start() {
        return whole.start();
    }

    public int end() {
        return whole.end();
    }

    Quotation continuing() {
        return new Quotation(whole, words, closed, single, true);
    }
}
