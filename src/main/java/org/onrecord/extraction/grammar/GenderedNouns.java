package org.onrecord.extraction.grammar;

import org.onrecord.extraction.persons.Gender;
import org.onrecord.text.Phrases;

/** Pronouns and nouns that tell whether "he" or "she" goes with a person. */
public final class GenderedNouns {

    private static final Phrases WOMEN = Phrases.of("""
            spokeswoman | congresswoman | chairwoman | businesswoman | policewoman | actress | mother | wife
            daughter | sister | aunt | niece | grandmother | widow | woman | girl | queen | princess | duchess
            lady | waitress | councilwoman | assemblywoman | girlfriend | heroine | nun | mum | mom | stepmother
            goddaughter | granddaughter | schoolgirl | saleswoman | sportswoman | businesswomen | baroness
            countess | hostess | anchorwoman | bride | mother-in-law | camerawoman | firstlady""");

    private static final Phrases MEN = Phrases.of("""
            spokesman | congressman | chairman | businessman | policeman | actor | father | husband | son | brother
            uncle | nephew | grandfather | widower | man | boy | king | prince | duke | lord | waiter | councilman
            assemblyman | boyfriend | monk | dad | stepfather | godson | grandson | schoolboy | salesman | sportsman
            fireman | fisherman | gunman | cleric | imam | bishop | archbishop | pope | priest | groom | cameraman
            pastor""");

    private GenderedNouns() {}

    public static Gender genderOf(String noun) {
        if (WOMEN.contains(noun)) {
            return Gender.SHE;
        }
        return MEN.contains(noun) ? Gender.HE : Gender.UNKNOWN;
    }

    /** Nouns in -man that are printed of women too. */
    public static boolean isOffice(String noun) {
        return noun.equals("spokesman") || noun.equals("chairman") || noun.equals("alderman");
    }

    public static Gender ofPronoun(String word) {
        return switch (word) {
            case "she", "her", "hers", "herself" -> Gender.SHE;
            case "he", "his", "him", "himself" -> Gender.HE;
            default -> Gender.UNKNOWN;
        };
    }
}
