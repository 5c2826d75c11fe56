package org.onrecord.cleaning;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a page's text that stands as a block of its own, or as a line of one.
 *
 * @param received its words with blanks as a browser shows them
 * @param text as stored
 * @param group blocks of one list, or lines of one paragraph, share it
 * @param line whether it is a line of its group rather than a paragraph
 * @param linked characters within links
 * @param heading whether it is a heading
 * @param zone why its place on the page says it is not the story's, or null
 * @param zoneId blocks of one zone share it; 0 outside zones
 * @param role what part over the story its place says it is, or null
 */
record PageBlock(
        String received,
        String text,
        int group,
        boolean line,
        int linked,
        boolean heading,
        @Nullable Reason zone,
        int zoneId,
        PageZones.@Nullable Role role) {

    double linkDensity() {
        return text.isEmpty() ? 0 : Math.min(1.0, (double) linked / text.length());
    }

    /** The number of words, as the boilerplate rules count them. */
    int words() {
        int count = 0;
        for (int index = 0; index < text.length(); index++) {
            boolean blank = text.charAt(index) == ' ';
            count += !blank && (index == 0 || text.charAt(index - 1) == ' ') ? 1 : 0;
        }
        return count;
    }

    /** Characters of running text: what an article is made of. */
    int prose() {
        boolean running = zone == null && role == null && !heading && linkDensity() < 0.4 && text.length() >= 25;
        return running ? text.length() - Math.min(linked, text.length()) : 0;
    }

    Passage passage(@Nullable Reason given) {
        return new Passage(received, text, group, line, given);
    }
}
