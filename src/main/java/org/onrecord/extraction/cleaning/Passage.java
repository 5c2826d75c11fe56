package org.onrecord.extraction.cleaning;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.StoredText;

/**
 * A paragraph or a line standing alone, with what the rules ask about it.
 *
 * <p>Passages longer than {@link #LONGEST_JUDGED} are prose by definition: no furniture of a page is that long, and
 * so no rule ever reads more than a bounded stretch.
 */
final class Passage {

    private static final int LONGEST_JUDGED = 1_500;

    /** Quoted words that may be somebody's statement; fewer are a title, a nickname, a scare quote. */
    private static final int STATEMENT = 4;

    private static final Phrases SPEECH = Phrases.of("""
            said | says | told | tells | added | adds | wrote | writes | warned | insisted | according to | asked
            replied | explained | claimed | stated | announced | urged
            """);

    private final String received;
    private final String text;
    private final int block;
    private final boolean listItem;
    private final @Nullable Reason given;
    private final String plain;
    private final String label;
    private final int words;
    private final boolean statement;
    private final boolean speech;

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
        this.given = given;
        this.received = received;
        this.text = text;
        this.block = block;
        this.listItem = listItem;
        boolean judged = text.length() <= LONGEST_JUDGED;
        this.plain = judged ? plain(text) : "";
        this.label = judged ? label(plain) : "";
        this.words = judged ? countWords(plain) : Integer.MAX_VALUE;
        this.statement = judged && QuotedWords.longest(text) >= STATEMENT;
        this.speech = judged && containsAny(SPEECH);
    }

    static Passage of(String received, int block) {
        return new Passage(received, StoredText.line(received), block, false);
    }

    String received() {
        return received;
    }

    String text() {
        return text;
    }

    @Nullable
    Reason given() {
        return given;
    }

    int block() {
        return block;
    }

    boolean isListItem() {
        return listItem;
    }

    /** Lower case with straight quote marks; empty where the passage is too long to be anything but prose. */
    String plain() {
        return plain;
    }

    /** {@link #plain()} without the punctuation around it: "read more" for "» READ MORE:". */
    String label() {
        return label;
    }

    int words() {
        return words;
    }

    boolean isJudged() {
        return !plain.isEmpty();
    }

    /** Whether it quotes enough words to be somebody's statement. */
    boolean holdsStatement() {
        return statement;
    }

    /** Whether it says that somebody spoke. */
    boolean reportsSpeech() {
        return speech;
    }

    boolean contains(String words) {
        return plain.contains(words);
    }

    boolean containsAny(Phrases phrases) {
        return phrases.count(plain, 1) > 0;
    }

    /** Whether so many different ones of them stand in it. */
    boolean contains(int number, Phrases phrases) {
        return phrases.count(plain, number) >= number;
    }

    /** Whether its words begin so, whatever punctuation stands before them. */
    boolean startsWithAny(Phrases phrases) {
        return phrases.longestAt(label, 0) > 0;
    }

    boolean endsWithAny(List<String> endings) {
        return endings.stream().anyMatch(label::endsWith);
    }

    /** The last mark of the sentence, closing quote marks and brackets aside; a blank where there is none. */
    char finalMark() {
        return finalMark(text);
    }

    boolean endsSentence() {
        return "..!?…".indexOf(finalMark()) >= 0;
    }

    /** Whether it reads like a headline: some words, no full stop. */
    boolean isHeadlineLike() {
        char mark = finalMark();
        boolean open = mark != '.' && mark != '…' && mark != ':' && mark != ';' && mark != ',';
        return isJudged() && open && words >= 3 && words <= 25 && !reportsSpeech();
    }

    /** Whether it reads like a sentence of a story. */
    boolean isProse() {
        return !isJudged() || statement || words >= 8 && endsSentence();
    }

    static char finalMark(String text) {
        int last = text.length() - 1;
        while (last >= 0 && "”’\"')]» ".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last < 0 || Character.isLetterOrDigit(text.charAt(last)) ? ' ' : text.charAt(last);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('“', '"')
                .replace('”', '"');
    }

    private static String label(String plain) {
        int start = 0;
        int end = plain.length();
        while (start < end && !Character.isLetterOrDigit(plain.charAt(start)) && plain.charAt(start) != '©') {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(start, end);
    }

    private static int countWords(String plain) {
        int count = 0;
        boolean inside = false;
        for (int index = 0; index < plain.length(); index++) {
            char character = plain.charAt(index);
            if (character == ' ' || character == '\n') {
                inside = false;
            } else if (!inside && Character.isLetterOrDigit(character)) {
                inside = true;
                count++;
            }
        }
        return count;
    }
}
