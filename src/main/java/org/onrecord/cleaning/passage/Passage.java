package org.onrecord.cleaning.passage;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.Phrases;
import org.onrecord.text.StoredText;

/**
 * A paragraph, or a line that stands alone, with the questions that the rules of cleaning ask about it.
 *
 * <p>A passage of more than {@link PassageWords#LONGEST_JUDGED} characters always belongs to the story, because no
 * furniture of a page is that long. Rules do not read it, so each rule reads a bounded text only. Not thread-safe: it
 * belongs to the cleaning of one item.
 */
public final class Passage {

    private final String received;
    private final int block;
    private final boolean listItem;
    private final @Nullable Reason given;
    private final PassageWords words;

    /**
     * @param received the words as received
     * @param text the words as stored
     * @param block the number of its block; between passages of one block there is no blank line
     * @param listItem whether it is an item of a list
     * @param given why it does not belong to the article, if that is known before its words are read, or null
     */
    public Passage(String received, String text, int block, boolean listItem, @Nullable Reason given) {
        this(received, new PassageWords(text), block, listItem, given);
    }

    public Passage(String received, String text, int block, boolean listItem) {
        this(received, text, block, listItem, null);
    }

    /**
     * @param words the words, which several passages may share
     */
    Passage(String received, PassageWords words, int block, boolean listItem, @Nullable Reason given) {
        this.received = received;
        this.words = words;
        this.block = block;
        this.listItem = listItem;
        this.given = given;
    }

    public static Passage of(String received, int block) {
        return new Passage(received, StoredText.line(received), block, false);
    }

    /** This passage, known not to belong to the article if the reason is not null. */
    public Passage removedFor(@Nullable Reason reason) {
        return new Passage(received, words, block, listItem, reason);
    }

    public String received() {
        return received;
    }

    public String text() {
        return words.text;
    }

    public @Nullable Reason given() {
        return given;
    }

    /** What a judge says of the words alone. There is one judge, and it reads equal lines of an item once. */
    public @Nullable Reason judgedBy(Function<Passage, @Nullable Reason> judge) {
        if (!words.judged) {
            words.reason = judge.apply(this);
            words.judged = true;
        }
        return words.reason;
    }

    public int block() {
        return block;
    }

    public boolean isListItem() {
        return listItem;
    }

    /** The text in lower case with straight quote marks; empty if the passage is too long to be judged. */
    public String plain() {
        return words.plain;
    }

    /** {@link #plain()} without the punctuation around it: "read more" for "» READ MORE:". */
    public String label() {
        return words.label;
    }

    public int words() {
        return words.count;
    }

    public boolean isJudged() {
        return !words.plain.isEmpty();
    }

    /** Whether it quotes enough words to be somebody's statement. */
    public boolean holdsStatement() {
        return words.statement;
    }

    /** Whether it says that somebody spoke. */
    public boolean reportsSpeech() {
        return words.speech;
    }

    public boolean contains(String sought) {
        return words.plain.contains(sought);
    }

    public boolean containsAny(Phrases phrases) {
        return phrases.standIn(words.plain);
    }

    /** Whether it contains at least this number of different phrases. */
    public boolean contains(int number, Phrases phrases) {
        return phrases.count(words.plain, number) >= number;
    }

    /** Whether it begins with one of the phrases; punctuation before them does not count. */
    public boolean startsWithAny(Phrases phrases) {
        return phrases.longestAt(words.label, words.firstWord, 0) > 0;
    }

    /** Whether it ends with one of the phrases; punctuation after them does not count. */
    public boolean endsWithAny(Phrases phrases) {
        return phrases.standAtEndOf(words.label);
    }

    /** The last mark of the sentence without closing quote marks and brackets; a blank if a word comes last. */
    public char finalMark() {
        return finalMark(words.text);
    }

    public boolean endsSentence() {
        return ".!?…".indexOf(finalMark()) >= 0;
    }

    /** Whether it reads like a headline: a few words, no full stop. */
    public boolean isHeadlineLike() {
        return isJudged() && ".…:;,".indexOf(finalMark()) < 0 && words() >= 3 && words() <= 25 && !reportsSpeech();
    }

    /** Whether it reads like a sentence of a story. */
    public boolean isProse() {
        return !isJudged() || holdsStatement() || words() >= 8 && endsSentence();
    }

    public static char finalMark(String text) {
        int last = text.length() - 1;
        while (last >= 0 && "”’\"')]» ".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last < 0 || Character.isLetterOrDigit(text.charAt(last)) ? ' ' : text.charAt(last);
    }
}
