package org.onrecord.extraction.grammar;

/**
 * A stretch of one paragraph between outer quotation marks. Quotations nested in it are part of its words. Offsets are
 * UTF-16 indices of the body.
 *
 * @param start where the opening mark stands
 * @param innerStart where the words begin
 * @param innerEnd where the words end
 * @param end after the closing mark; equal to {@code innerEnd} where the paragraph ends without one
 * @param closed whether the paragraph has the closing mark
 * @param single whether the marks are single ones
 * @param continues whether the words go on from an unclosed quotation that ends the paragraph before
 */
public record Quotation(
        int start, int innerStart, int innerEnd, int end, boolean closed, boolean single, boolean continues) {

    Quotation continuing() {
        return new Quotation(start, innerStart, innerEnd, end, closed, single, true);
    }
}
