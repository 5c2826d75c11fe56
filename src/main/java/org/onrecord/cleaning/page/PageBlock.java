package org.onrecord.cleaning.page;

import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Reason;

/**
 * A block of a page's text, or a line of one.
 *
 * @param received its words, with blanks as a browser shows them
 * @param text its words as stored
 * @param group the number that items of one list, or lines of one paragraph, share
 * @param line whether it is an item or line of its group, not a paragraph
 * @param linked the number of characters within links
 * @param heading whether it is a heading
 * @param zone why it does not belong to the story, as its place on the page tells, or null
 * @param zoneId the number that the blocks of one zone share; 0 outside zones
 * @param role the part over the story that it is, as its place on the page tells, or null
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

    /** The number of characters of running text, which an article consists of. */
    int prose() {
        boolean running = zone == null && role == null && !heading && linkDensity() < 0.4 && text.length() >= 25;
        return running ? text.length() - Math.min(linked, text.length()) : 0;
    }

    Passage passage() {
        return new Passage(received, text, group, line);
    }
}
