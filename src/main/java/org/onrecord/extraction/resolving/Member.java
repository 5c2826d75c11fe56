package org.onrecord.extraction.resolving;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.naming.Name;
import org.onrecord.extraction.persons.Gender;

/**
 * Someone or something an article names: the fullest form of the name, the gender where it shows, and what the article
 * calls them besides. Grows while the article is read.
 */
public final class Member {

    private final int number;
    private EntityType type;
    private List<String> words;
    private String name;
    private int weightOfName;
    private String generation = "";
    private Gender gender = Gender.UNKNOWN;
    private boolean genderFromHonorific;
    private final Set<String> descriptors = new HashSet<>();
    private final List<Name> mentions = new ArrayList<>();
    private final List<Integer> fullMentions = new ArrayList<>();

    Member(int number, EntityType type, List<String> words, String name) {
        this.number = number;
        this.type = type;
        this.words = words;
        this.name = name;
        this.weightOfName = words.size();
    }

    /** The place in the cast, by first appearance. */
    public int number() {
        return number;
    }

    public EntityType type() {
        return type;
    }

    public boolean isPerson() {
        return type == EntityType.PERSON;
    }

    /** The fullest form of the name in the article, without honorifics; "Jr." and the like belong to it. */
    public String name() {
        return generation.isEmpty() ? name : name + " " + generation;
    }

    /** "Jr." and the like as printed behind the name, or empty. */
    String generation() {
        return generation;
    }

    void bear(String printed) {
        generation = generation.isEmpty() ? printed : generation;
    }

    /** The words of the fullest form. */
    List<String> words() {
        return words;
    }

    String surname() {
        return words.get(words.size() - 1);
    }

    public Gender gender() {
        return gender;
    }

    /** Lower-case heads and modifiers of what the article calls this member: "spokesman", "nominee". */
    public Set<String> descriptors() {
        return descriptors;
    }

    public void describe(String word) {
        descriptors.add(word);
    }

    public List<Name> mentions() {
        return mentions;
    }

    /** Where the member is named by more than one word, ascending. */
    List<Integer> fullMentions() {
        return fullMentions;
    }

    void mention(Name mention, boolean full) {
        mentions.add(mention);
        if (full) {
            fullMentions.add(mention.start());
        }
    }

    void widen(List<String> fuller, String text) {
        if (fuller.size() > weightOfName || fuller.size() == weightOfName && text.length() > name.length()) {
            words = fuller;
            name = text;
            weightOfName = fuller.size();
        }
    }

    void retype(EntityType better) {
        type = better;
    }

    /** An honorific outweighs a first name. */
    void learn(Gender told, boolean fromHonorific) {
        if (told != Gender.UNKNOWN && (gender == Gender.UNKNOWN || fromHonorific && !genderFromHonorific)) {
            gender = told;
            genderFromHonorific |= fromHonorific;
        }
    }

    /** Learns from how the article refers to the member; {@code certain} outweighs a first name. */
    public void learnFromArticle(Gender told, boolean certain) {
        learn(told, certain);
    }
}
