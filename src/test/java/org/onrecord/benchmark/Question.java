package org.onrecord.benchmark;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something an archive is asked, to be put in the words of whoever answers.
 *
 * @param words what is looked for, as the kind takes it
 * @param id whom or what it is about, where the kind has such
 */
record Question(Kind kind, List<String> words, @Nullable UUID id) {

    /** What is asked, and how often in twenty questions. */
    enum Kind {
        /** A word in a good part of all articles, best first. */
        COMMON("common term", 4),
        /** A word in few articles, best first. */
        RARE("rare term", 3),
        /** Two words that stand together somewhere. */
        PHRASE("phrase", 2),
        /** {@code a (b OR c) -d}. */
        BOOLEAN("boolean", 3),
        /** A word in articles that quote somebody. */
        SPEAKER("by speaker", 2),
        /** A word, newest first. */
        NEWEST("newest first", 2),
        /** A word, with counts by outlet, section and speaker. */
        FACETS("facets", 1),
        /** The beginning of a name. */
        SUGGEST("suggest", 2),
        /** One article, whole. */
        BY_ID("get by id", 1);

        private final String label;
        private final int share;

        Kind(String label, int share) {
            this.label = label;
            this.share = share;
        }

        String label() {
            return label;
        }

        int share() {
            return share;
        }
    }

    String word() {
        return words.get(0);
    }
}
