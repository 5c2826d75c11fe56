package org.onrecord.cleaning.furniture;

import java.util.List;
import org.onrecord.cleaning.passage.NameShape;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Tokens;
import org.onrecord.text.Phrases;

/** Recognises where a site speaks to its readers: comment prompts, calls for tips, invitations to follow it. */
final class CallsOut {

    private static final Phrases COMMENT_LABELS = Phrases.of("""
            comments | comment | view comments | show comments | hide comments | leave a comment | leave a reply
            post a comment | add a comment | add comment | write a comment | join the conversation
            join the discussion | join the debate | have your say | what do you think | be the first to comment
            comments are closed | no comments | comment now | share your thoughts | tell us what you think
            loading comments | all comments | newest comments | start the conversation | cancel reply | comments (0)
            conversation | discussion | view all comments | read comments | see comments
            """);

    private static final Phrases COMMENT_PHRASES = Phrases.of("""
            in the comments below | in the comments section | in the comment section | in our comments section
            in the comments | comments section below | comment below | commenting forum | join the conversation
            you must be logged in to post a comment | you must be logged in to comment
            logged in to leave a comment | your email address will not be published | comments are moderated
            views expressed in the contents above | sorry we are not currently accepting comments
            we are no longer accepting comments | comments are closed | you need to be a subscriber to join
            share your thoughts | have your say | click here to join the discussion | our community guidelines
            let us know your thoughts | let us know what you think | tell us what you think | what do you think?
            the comments below
            """);

    private static final Phrases TIP_OPENINGS = Phrases.of("""
            do you have a story | do you have any | do you have information | do you have more | do you know more
            do you know someone | do you have a tip | have you got a story | have you been affected | have you got
            got a story | got a tip | got news | have a story | have a tip | have a news tip | have information
            if you have a story | if you have any information about this story | if you've got a
            if you have been affected by the issues | are you affected | are you in | were you there | did you see
            we pay for your | we want to hear from you | we'd like to hear from you | we would like to hear from you
            get in touch | contact us | email us | e-mail us | send us | you can contact us
            you can also get in touch | please include a contact number | share your experiences | tell us your
            to contact our | write to us | call us | text us | whatsapp us | tweet: | whatsapp: | upload pictures
            upload your pictures | please read our terms | if you are reading this page and can't see the form
            in some cases a selection of your comments | have a question | questions? | help us | help keep family
            support our journalism | support independent journalism | support quality journalism | donate
            become a supporter | for more information, contact our
            """);

    private static final Phrases OWN_ADDRESS = Phrases.of("""
            us | us at | us on | us? | our | your story | your stories | your experiences | form | here | below
            using | newsroom | news desk | newsdesk | your pictures | +44 | +234 | bbc
            """);

    private static final Phrases FOLLOW_OPENINGS = Phrases.of("""
            follow us | follow @ | follow our | follow him | follow her | follow them | follow the author | follow
            like us | like our | find us | join us | connect with us | you can follow | you can also follow | add us
            subscribe to us | for more, follow | for more updates, follow | for the latest news, follow
            stay connected | stay up to date | keep in touch | watch us | subscribe to our youtube | join our
            see us on | tweet us | twitter: | on twitter | for more news | add
            """);

    private static final Phrases NETWORKS = Phrases.of("""
            facebook | twitter | instagram | whatsapp | telegram | youtube | linkedin | tiktok | social media | on x
            threads | bluesky | google news | snapchat | pinterest | truth social | flipboard
            """);

    private static final Phrases PROMPTS =
            Phrases.of("join | have your | comments are | share your | let us | comment | tell us");

    private static final Phrases ADDRESS_LABELS = Phrases.of("contact | email | e-mail | mail | whatsapp | call");

    private static final Phrases OWN_VOICE = Phrases.of("us | our | us on | follow us | the author");

    private CallsOut() {}

    static boolean isCommentPrompt(Passage passage) {
        String label = passage.label();
        if (COMMENT_LABELS.contains(label) || isCommentCount(label)) {
            return true;
        }
        return !passage.holdsStatement()
                && !passage.reportsSpeech()
                && passage.words() <= 45
                && passage.containsAny(COMMENT_PHRASES)
                && addressesReader(passage);
    }

    private static boolean addressesReader(Passage passage) {
        return passage.contains("you") || passage.contains(" our ") || passage.startsWithAny(PROMPTS);
    }

    /** "23 comments", "Comments (23)". */
    private static boolean isCommentCount(String label) {
        List<String> tokens = Tokens.of(label);
        return tokens.size() == 2
                && (isCommentCount(tokens.get(0), tokens.get(1)) || isCommentCount(tokens.get(1), tokens.get(0)));
    }

    private static boolean isCommentCount(String word, String count) {
        return word.startsWith("comment") && Character.isDigit(count.charAt(0));
    }

    static boolean isCallOut(Passage passage) {
        boolean address = passage.words() <= 6 && passage.contains("@") && passage.startsWithAny(ADDRESS_LABELS);
        return address
                || !passage.holdsStatement()
                        && !passage.reportsSpeech()
                        && passage.words() <= 60
                        && passage.startsWithAny(TIP_OPENINGS)
                        && (passage.contains("@") || passage.containsAny(OWN_ADDRESS));
    }

    /** "Follow us on Twitter", "Follow Ana Moreno on Twitter @ana". */
    static boolean isFollowUs(Passage passage) {
        boolean calm = !passage.holdsStatement() && !passage.reportsSpeech() && passage.words() <= 35;
        if (!calm
                || !passage.startsWithAny(FOLLOW_OPENINGS)
                || !(passage.contains("@") || passage.containsAny(NETWORKS))) {
            return false;
        }
        boolean own = passage.contains("@") || passage.containsAny(OWN_VOICE);
        return own || !passage.endsSentence() || followsNameOnNetwork(passage);
    }

    /** "Follow Harbour News on Facebook.", and nothing else. */
    private static boolean followsNameOnNetwork(Passage passage) {
        List<String> tokens = Tokens.of(passage.text());
        return tokens.size() <= 14
                && tokens.get(0).equals("Follow")
                && tokens.subList(1, tokens.size()).stream().allMatch(NameShape::mayBelong);
    }
}
