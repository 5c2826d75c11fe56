package org.onrecord.cleaning.furniture;

import org.onrecord.cleaning.passage.Passage;
import org.onrecord.text.Phrases;

/** Recognises invitations to newsletters and apps, and the small print on consent under them. */
final class SignUps {

    /** What sites tell readers about their data; no story contains such phrases. */
    private static final Phrases SMALL_PRINT = Phrases.of("""
            we use your sign-up to provide | we use your sign up to provide | in ways you've consented to
            improve our understanding of you | adverts from us and 3rd parties | adverts from us and third parties
            you can unsubscribe at any time | you may unsubscribe at any time | unsubscribe at any time
            by signing up you | by signing up, you | by signing up to | by clicking sign up | by clicking subscribe
            by clicking submit | by subscribing you | by subscribing, you | by subscribing i | by registering you
            by submitting your | by entering your email | by providing your email | by continuing to use this
            by continuing you agree | by continuing, you agree | by using this site | by using our site
            by clicking accept | by clicking "accept | we use cookies | this site uses cookies
            this website uses cookies | our website uses cookies | uses cookies and other tracking
            accept all cookies | accept cookies | manage cookies | cookie settings | cookie preferences
            cookie policy | cookie notice | see our privacy notice | see our privacy policy | read our privacy
            our privacy notice | our privacy policy | view our privacy | our data protection policy
            newsletters may contain info | protected by recaptcha | google recaptcha
            google privacy policy and terms | i would like to be emailed | i agree to receive | i agree to the terms
            i have read and agree | you agree to our terms | you agree to the terms | agree to our terms
            terms of service apply | terms and conditions apply | you accept our | you consent to
            your personal data | personal information we | legitimate interest | we and our partners
            change your mind at any time | opt out at any time | opt-out at any time
            we need your permission to use cookies | we ask for your permission before anything is loaded
            as they may be using cookies | which may be using cookies | choose 'accept and continue'
            amend your preferences | consent choices | manage your consent | gdpr | ccpa | do not sell my personal
            marketing communications | offers, events and updates
            """);

    /** One of these is enough, if the passage is short or holds other small print. */
    private static final Phrases UNMISTAKABLE = Phrases.of("""
            we use your sign-up to provide | we use your sign up to provide | newsletters may contain info
            we ask for your permission before anything is loaded | we need your permission to use cookies
            i would like to be emailed about offers | adverts from us and 3rd parties
            you can unsubscribe at any time | this site is protected by recaptcha | site is protected by recaptcha
            """);

    private static final Phrases CONSENT_OPENINGS = Phrases.of("""
            we use cookies | this site uses cookies | this website uses cookies | our website uses cookies
            we and our partners | by continuing to use | by continuing to browse | by using this site
            by using our site | by clicking | by signing up | by subscribing | by entering your email
            by providing your email | by submitting | by registering | we value your privacy
            your privacy is important to us | we care about your privacy | see our privacy | read our privacy
            this site is protected by | this form is protected by | i agree to | i would like to be emailed
            accept all | you can unsubscribe | you may unsubscribe | to show you this content, we need
            this content is provided by | this article contains content provided by | privacy notice:
            view our privacy | for more information see our privacy | for more information about how we use
            """);

    private static final Phrases CONSENT_LABELS = Phrases.of("""
            accept | accept all | reject all | accept and continue | allow cookies once | enable cookies
            cookie settings | cookie preferences | manage preferences | privacy policy | privacy notice
            see our privacy notice | see our privacy policy | more info | privacy options | manage consent
            your privacy choices | terms of use | terms of service | terms and conditions | we value your privacy
            """);

    private static final Phrases FORM_LABELS = Phrases.of("""
            invalid email | invalid email address | email address | your email | your email address
            enter your email | enter your email address | enter email | sign up | sign me up | sign up here
            sign up now | sign up for free | subscribe | subscribe now | subscribe here | subscribe today
            subscribe for free | thank you for subscribing | thanks for subscribing | thanks for signing up
            thank you for signing up | thank you for your subscription | you're signed up | you are now subscribed
            you have been subscribed | check your inbox | we have more newsletters | show me | newsletter
            newsletters | our newsletters | newsletter sign-up | newsletter signup | email newsletter
            daily newsletter | free newsletter | something went wrong, please try again later
            something went wrong, please try again | something went wrong | an error has occurred. please try again
            please enter a valid email | please enter a valid email address | email address is invalid | success
            skip past newsletter promotion | after newsletter promotion | skip newsletter | get email updates
            email updates | subscribe to our newsletter | sign up to our newsletter | sign up for our newsletter
            join our newsletter | get our newsletter | subscriber only | subscriber exclusive | subscriber-only
            already a subscriber | log in to continue
            """);

    private static final Phrases INVITATIONS = Phrases.of("""
            sign up | sign-up | signup | subscribe | get | join | register | receive | download | enter your | want
            stay | never miss | don't miss | keep up | click | to sign up | to subscribe | to get | to receive
            for free real time | for free real-time | for the latest | for more | start your | try | support
            become a | make sure you | be the first | looking for | like what you | enjoying this | enjoy this
            our free | our daily | our weekly | the best of | all the latest | the latest | you can also
            you can get | interested in | love | follow | add | install | discover | choose from | take | newsletter
            this is an extract | not already | email | enable | turn on | tap | sent | delivered | catch up
            listen to
            """);

    /** What an invitation is for. */
    private static final Phrases CHANNELS = Phrases.of("""
            newsletter | inbox | email | e-mail | whatsapp | telegram | our app | app | app. | app! | notifications
            news alerts | breaking news | free trial | subscription | subscriber | daily briefing
            morning briefing | evening briefing | bulletin | digital edition | e-paper | epaper | podcast
            push alert | rss | mailing list | unlimited access | google news
            """);

    /** The voice of the site: an article that advises its readers says no "our". */
    private static final Phrases OWN_VOICE = Phrases.of("""
            our | your inbox | straight to your | newsletter here | newsletters here | click here | tap here
            's newsletter | us on | us at | join us | sign up here | subscribe here
            """);

    private static final Phrases JOINING = Phrases.of("register | subscribe | sign up | start your | get");

    private static final Phrases FREE_ACCESS = Phrases.of("unlimited access | free trial | free access");

    private static final Phrases IMPERATIVES = Phrases.of("sign up | subscribe to | join our | get our");

    private static final Phrases CLOSING_CALLS = Phrases.of("""
            . sign up here | . subscribe here | . sign up now | newsletter here | newsletters here | . sign up
            ? sign up here | ! sign up here | . register here
            """);

    private SignUps() {}

    static boolean isConsent(Passage passage) {
        if (CONSENT_LABELS.contains(passage.label()) && passage.words() <= 5) {
            return true;
        }
        if (passage.holdsStatement() || passage.reportsSpeech() || passage.words() > 160) {
            return false;
        }
        return passage.containsAny(UNMISTAKABLE) && (passage.contains(2, SMALL_PRINT) || passage.words() <= 30)
                || passage.startsWithAny(CONSENT_OPENINGS) && passage.contains(1, SMALL_PRINT)
                || passage.contains(3, SMALL_PRINT) && addressesReader(passage);
    }

    private static boolean addressesReader(Passage passage) {
        return (passage.contains("you ") || passage.contains("your "))
                && (passage.contains("we ") || passage.contains(" us ") || passage.contains("our "));
    }

    static boolean isNewsletter(Passage passage) {
        if (FORM_LABELS.contains(passage.label())) {
            return true;
        }
        if (passage.holdsStatement() || passage.reportsSpeech() || passage.words() > 60) {
            return false;
        }
        boolean invites = passage.startsWithAny(INVITATIONS) && passage.containsAny(CHANNELS);
        boolean offers = passage.startsWithAny(JOINING) && passage.containsAny(FREE_ACCESS) && passage.words() <= 20;
        return offers
                || invites && (passage.containsAny(OWN_VOICE) || namesNewsletter(passage))
                || asksToSignUp(passage);
    }

    /** "Sign up for the Morning Mail newsletter", "Subscribe to the Herald newsletter". */
    private static boolean namesNewsletter(Passage passage) {
        boolean imperative = passage.startsWithAny(IMPERATIVES);
        return imperative && (passage.words() <= 14 && !passage.contains(",") || passage.contains(" our "));
    }

    /** A blurb that ends "Sign up here." */
    private static boolean asksToSignUp(Passage passage) {
        return passage.endsWithAny(CLOSING_CALLS) && passage.containsAny(CHANNELS);
    }
}
