package org.onrecord.cleaning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.Phrases;
import org.onrecord.text.StoredText;

/**
 * A paragraph or a line standing alone, with what the rules ask about it.
 *
 * <p>Passages longer than {@link Wording#LONGEST_JUDGED} are prose by definition: no furniture of a page is that long, and
 * so no rule ever reads more than a bounded stretch.
 */
final class Passage {

    private final String received;
    private final int block;
    private final boolean listItem;
    private final @Nullable Reason given;
    private final Wording wording;

    /**
     * @param received the words as received
     * @param text the words as stored
     * @param block passages of one block stood together, without a blank line between them
     * @param listItem whether it is an item of a list
     */
    Passage(String received, String text, int block, boolean listItem) {
        this(received, text, block, listItem, null);
    }

    /**
     * @param given why it is known not to belong to the article before its words are read, or null
     */
    Passage(String received, String text, int block, boolean listItem, @Nullable Reason given) {
        this(received, new Wording(text), block, listItem, given);
    }

    /**
     * @param wording the words, which several passages may share
     */
    Passage(String received, Wording wording, int block, boolean listItem, @Nullable Reason given) {
        this.received = received;
        this.wording = wording;
        this.block = block;
        this.listItem = listItem;
        this.given = given;
    }

    static Passage of(String received, int block) {
        return new Passage(received, StoredText.line(received), block, false);
    }

    String received() {
        return received;
    }

    String text() {
        return wording.text;
    }

    @Nullable
    Reason given() {
        return given;
    }

    /** Why its words alone say that it does not belong to the article, or null where it may. */
    @Nullable
    Reason reason() {
        if (!wording.judged) {
            wording.reason = Furniture.reason(this);
            wording.judged = true;
        }
        return wording.reason;
    }

    int block() {
        return block;
    }

    boolean isListItem() {
        return listItem;
    }

    /** Lower case with straight quote marks; empty where the passage is too long to be anything but prose. */
    String plain() {
        return wording.plain;
    }

    /** {@link #plain()} without the punctuation around it: "read more" for "» READ MORE:". */
    String label() {
        return wording.label;
    }

    int words() {
        return wording.words;
    }

    boolean isJudged() {
        return !wording.plain.isEmpty();
    }

    /** Whether it quotes enough words to be somebody's statement. */
    boolean holdsStatement() {
        return wording.statement;
    }

    /** Whether it says that somebody spoke. */
    boolean reportsSpeech() {
        return wording.speech;
    }

    boolean contains(String words) {
        return wording.plain.contains(words);
    }

    boolean containsAny(Phrases phrases) {
        return phrases.standIn(wording.plain);
    }

    /** Whether so many different ones of them stand in it. */
    boolean contains(int number, Phrases phrases) {
        return phrases.count(wording.plain, number) >= number;
    }

    /** Whether its words begin so, whatever punctuation stands before them. */
    boolean startsWithAny(Phrases phrases) {
        return phrases.longestAt(wording.label, wording.firstWord, 0) > 0;
    }

    boolean endsWithAny(List<String> endings) {
        return endsWithAny(wording.label, endings);
    }

    static boolean endsWithAny(String text, List<String> endings) {
        for (String ending : endings) {
            if (text.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** The last mark of the sentence, closing quote marks and brackets aside; a blank where there is none. */
    char finalMark() {
        return finalMark(wording.text);
    }

    boolean endsSentence() {
        return "..!?…".indexOf(finalMark()) >= 0;
    }

    /** Whether it reads like a headline: some words, no full stop. */
    boolean isHeadlineLike() {
        char mark = finalMark();
        boolean open = mark != '.' && mark != '…' && mark != ':' && mark != ';' && mark != ',';
        return isJudged() && open && words() >= 3 && words() <= 25 && !reportsSpeech();
    }

    /** Whether it reads like a sentence of a story. */
    boolean isProse() {
        return !isJudged() || holdsStatement() || words() >= 8 && endsSentence();
    }

    static char finalMark(String text) {
        int last = text.length() - 1;
        while (last >= 0 && "”’\"')]» ".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last < 0 || Character.isLetterOrDigit(text.charAt(last)) ? ' ' : text.charAt(last);
    }
}
