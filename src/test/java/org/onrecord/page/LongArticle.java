package org.onrecord.page;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An article of more than 100,000 characters with five hundred quotes, and what a reader does in it. */
final class LongArticle {

    static final int QUOTES = 500;

    static final String BODY = IntStream.range(0, QUOTES)
            .mapToObj(i -> "“The count of the day stands at number " + i
                    + " and it will stand there until somebody counts again,” said Ruth Adeyemi, who has counted "
                    + "boats, birds and barrels on the mole for the best part of a long life.")
            .collect(Collectors.joining("\n\n"));

    /** Goes from the quote that has the focus to the next; milliseconds until the page is laid out again. */
    static final String STEP = """
            const start = performance.now();
            document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }));
            document.body.getBoundingClientRect();
            return performance.now() - start;
            """;

    /** Scrolls through sixty screens, one a frame; milliseconds of the longest frame. */
    static final String SCROLL = """
            let longest = 0;
            let last = performance.now();
            let left = 60;
            scrollTo(0, 0);
            const next = now => {
              longest = Math.max(longest, now - last);
              last = now;
              scrollBy(0, innerHeight);
              if (left-- > 0) {
                requestAnimationFrame(next);
              } else {
                done(longest);
              }
            };
            requestAnimationFrame(next);
            """;

    private LongArticle() {}
}
