package org.onrecord.extraction.resolving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.naming.Name;
import org.onrecord.extraction.persons.FirstNames;
import org.onrecord.extraction.persons.Gender;
import org.onrecord.extraction.persons.Generations;
import org.onrecord.extraction.persons.Honorifics;
import org.onrecord.extraction.persons.MiddleNames;
import org.onrecord.extraction.persons.Words;
import org.onrecord.text.Phrases;
import org.onrecord.text.TokenisedText;

/**
 * The people, organisations and places of one article. Full names make members; surnames, first names, initials and
 * acronyms are then given to the member they fit, as a reader does who has read the article to its end. A surname that
 * several share goes by honorific, then by who was last named in full nearby, then by who is named in full most.
 */
public final class Cast {

    private static final Phrases SUFFIXES = Phrases.of("""
            esq | mp | qc | kc | obe | mbe | cbe""");

    /** Words that open a surname of several words: de Blasio, van der Leyen, bin Salman. */
    private static final Phrases PARTICLES = Phrases.of("""
            de | da | di | del | della | dos | du | la | le | van | von | der | den | ten | ter | bin | ibn | al
            el | abu | ben | mac | st | st. | san | santa | zu | af | av""");

    private static final Phrases ORGANISATION_STOP = Phrases.of("the | of | for | and | & | in | on | a | an");

    /** More members than this never share one word in an article; a bound for hostile text. */
    private static final int MOST_BEARERS = 64;

    private final TokenisedText text;
    private final FirstNames firstNames = FirstNames.load();
    private final List<Name> names;
    private final int[] memberOfName;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, List<Member>> byWord = new HashMap<>();

    private Cast(TokenisedText text, List<Name> names) {
        this.text = text;
        this.names = names;
        this.memberOfName = new int[names.size()];
    }

    /**
     * The cast of a text.
     *
     * @param names in text order, not overlapping; {@link #names()} has them completed and corrected
     */
    public static Cast of(TokenisedText text, List<Name> names) {
        var cast = new Cast(text, KnownSurnames.completed(text, Nicknames.joined(text, names)));
        cast.assemble();
        return cast;
    }

    public List<Member> members() {
        return members;
    }

    public List<Name> names() {
        return names;
    }

    public Member memberOf(int name) {
        return members.get(memberOfName[name]);
    }

    private void assemble() {
        Arrays.fill(memberOfName, -1);
        List<List<String>> words = new ArrayList<>();
        for (Name name : names) {
            words.add(bareWords(name));
        }
        for (int index = 0; index < names.size(); index++) {
            if (names.get(index).type() == EntityType.PERSON && words.get(index).size() > 1) {
                fullName(index, words.get(index));
            }
        }
        // Those with an honorific first: they tell a man from a woman of the same surname.
        for (int index = 0; index < names.size(); index++) {
            if (isShort(index, words) && honorificGender(index) != Gender.UNKNOWN) {
                shortName(index, words.get(index));
            }
        }
        for (int index = 0; index < names.size(); index++) {
            if (isShort(index, words) && memberOfName[index] < 0) {
                shortName(index, words.get(index));
            }
        }
        for (int index = 0; index < names.size(); index++) {
            if (names.get(index).type() != EntityType.PERSON) {
                thing(index, words.get(index));
            }
        }
        inTextOrder();
    }

    private boolean isShort(int index, List<List<String>> words) {
        return names.get(index).type() == EntityType.PERSON && words.get(index).size() == 1;
    }

    /** The words of a name without honorifics before and "Jr." and "'s" behind. */
    private List<String> bareWords(Name name) {
        List<String> words = new ArrayList<>();
        for (int token = text.tokenFrom(name.start());
                token < text.tokenCount() && text.tokenStart(token) < name.end();
                token++) {
            if (opensNickname(text.token(token)) && !words.isEmpty()) {
                token = afterNickname(token, name.end());
            } else {
                words.add(text.token(token));
            }
        }
        if (name.type() == EntityType.PERSON) {
            while (words.size() > 1 && Honorifics.isHonorific(words.get(0))) {
                words.remove(0);
            }
            while (words.size() > 1 && standsBehind(key(words.get(words.size() - 1)))) {
                words.remove(words.size() - 1);
            }
        } else if (words.size() > 1 && words.get(0).equalsIgnoreCase("the")) {
            words.remove(0);
        }
        if (words.isEmpty()) {
            words.add(text.text().substring(name.start(), name.end()));
        }
        return words;
    }

    private static boolean standsBehind(String word) {
        return SUFFIXES.contains(word) || Generations.isOne(word) || ",'s’s".contains(word);
    }

    /** "Jr." and the like in the name or right behind it, as printed; empty where there is none. */
    private String generation(Name name) {
        int token = text.tokenFrom(name.start()) + 1;
        boolean over = false;
        while (!over && token < text.tokenCount()) {
            if (Generations.isOne(key(text.token(token)))) {
                return text.token(token);
            }
            over = text.tokenStart(token) >= name.end() && !text.token(token).equals(",");
            token++;
        }
        return "";
    }

    private static boolean opensNickname(String token) {
        return token.equals("“") || token.equals("\"") || token.equals("‘");
    }

    /** The closing mark of the nickname that opens here. */
    private int afterNickname(int opening, int end) {
        int token = opening + 1;
        while (token + 1 < text.tokenCount()
                && text.tokenEnd(token) < end
                && Character.isLetterOrDigit(text.firstChar(token))) {
            token++;
        }
        return token;
    }

    private void fullName(int index, List<String> words) {
        String generation = generation(names.get(index));
        Member known = null;
        for (Member candidate : byWord.getOrDefault(key(words.get(words.size() - 1)), List.of())) {
            if (isSamePerson(candidate.words(), words) && isSameGeneration(candidate, words, generation)) {
                known = candidate;
                break;
            }
        }
        boolean surnameOnly = PARTICLES.contains(words.get(0).toLowerCase(Locale.ROOT));
        if (known == null) {
            known = join(EntityType.PERSON, words);
        } else {
            known.widen(words, Words.joined(words));
            register(known, words);
        }
        take(index, known, !surnameOnly);
        known.bear(generation);
        known.learn(honorificGender(index), true);
        known.learn(firstNames.genderOf(words.get(0)), false);
    }

    /** Same surname, and first names that may be one person's; or one name holds all words of the other in order. */
    private boolean isSamePerson(List<String> known, List<String> words) {
        String first = words.get(0);
        if (known.size() > words.size() && isTail(known, words)
                || words.size() > known.size() && isTail(words, known)) {
            return true;
        }
        boolean sameSurname = key(known.get(known.size() - 1)).equals(key(words.get(words.size() - 1)));
        return sameSurname
                && known.size() > 1
                && firstNames.compatible(known.get(0), first)
                && MiddleNames.agree(middles(known), middles(words));
    }

    private static boolean isSameGeneration(Member known, List<String> words, String generation) {
        return Generations.agree(
                Generations.bare(key(known.generation())),
                middles(known.words()),
                Generations.bare(key(generation)),
                middles(words));
    }

    /** Between first name and surname, folded, each initial a word of its own. */
    private static List<String> middles(List<String> words) {
        return words.subList(1, Math.max(1, words.size() - 1)).stream()
                .map(Cast::key)
                .flatMap(word -> word.indexOf('.') < 0 ? Stream.of(word) : Stream.of(word.split("\\.")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isTail(List<String> longer, List<String> shorter) {
        int offset = longer.size() - shorter.size();
        for (int index = 0; index < shorter.size(); index++) {
            if (!key(longer.get(offset + index)).equals(key(shorter.get(index)))) {
                return false;
            }
        }
        return true;
    }

    private void shortName(int index, List<String> words) {
        String word = words.get(0);
        Gender told = honorificGender(index);
        Member chosen = chooseBearer(
                byWord.getOrDefault(key(word), List.of()),
                word,
                told,
                names.get(index).start());
        if (chosen == null) {
            chosen = join(EntityType.PERSON, words);
            chosen.learn(firstNames.genderOf(word), false);
        }
        take(index, chosen, false);
        chosen.learn(told, true);
    }

    private @Nullable Member chooseBearer(List<Member> bearers, String word, Gender told, int at) {
        Member best = null;
        double bestScore = 0;
        for (Member bearer : bearers) {
            if (!bearer.isPerson()
                    || told != Gender.UNKNOWN && bearer.gender() != Gender.UNKNOWN && bearer.gender() != told) {
                continue;
            }
            double score = 1 + Math.min(bearer.fullMentions().size(), 6) * 0.5;
            boolean surname = key(bearer.surname()).equals(key(word));
            score += surname ? 2 : 0;
            score += recency(bearer, at) + Math.min(bearer.mentions().size(), 8) * 0.25;
            if (score > bestScore) {
                bestScore = score;
                best = bearer;
            }
        }
        return best;
    }

    /** Named in full in this paragraph or just before it counts most: the article introduces, then uses the surname. */
    private double recency(Member bearer, int at) {
        int place = Collections.binarySearch(bearer.fullMentions(), at);
        int before = place >= 0 ? place : -place - 2;
        if (before < 0) {
            return 0;
        }
        int distance = at - bearer.fullMentions().get(before);
        return distance < 200 ? 2 : distance < 500 ? 1 : 0.5;
    }

    private Gender honorificGender(int index) {
        Name name = names.get(index);
        int token = text.tokenFrom(name.start());
        Gender gender = Gender.UNKNOWN;
        for (int inside = token; inside < text.tokenCount() && text.tokenStart(inside) < name.end(); inside++) {
            if (gender == Gender.UNKNOWN && inside < token + 2 && text.tokenEnd(inside) < name.end()) {
                gender = Honorifics.genderOf(text.token(inside));
            }
        }
        for (int before = token - 1; before >= 0 && before >= token - 2 && gender == Gender.UNKNOWN; before--) {
            gender = Honorifics.genderOf(text.token(before));
        }
        return gender;
    }

    private void thing(int index, List<String> words) {
        String joined = key(Words.joined(words));
        Member known = null;
        for (Member candidate : byWord.getOrDefault(joined, List.of())) {
            if (!candidate.isPerson()) {
                known = candidate;
                break;
            }
        }
        if (known == null) {
            known = join(names.get(index).type(), words);
        }
        take(index, known, true);
        if (words.size() > 1 && names.get(index).type() == EntityType.ORGANISATION) {
            registerAs(known, acronym(words));
        }
    }

    private static String acronym(List<String> words) {
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            if (!ORGANISATION_STOP.contains(word.toLowerCase(Locale.ROOT)) && Character.isLetter(word.charAt(0))) {
                letters.append(Character.toLowerCase(word.charAt(0)));
            }
        }
        return letters.length() >= 2 ? letters.toString() : "";
    }

    private Member join(EntityType type, List<String> words) {
        var member = new Member(members.size(), type, words, Words.joined(words));
        members.add(member);
        register(member, words);
        if (type != EntityType.PERSON) {
            registerAs(member, key(Words.joined(words)));
        }
        return member;
    }

    private void register(Member member, List<String> words) {
        if (!member.isPerson()) {
            return;
        }
        for (String word : words) {
            if (!PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
                registerAs(member, key(word));
            }
        }
    }

    private void registerAs(Member member, String key) {
        if (key.isEmpty()) {
            return;
        }
        List<Member> bearers = byWord.computeIfAbsent(key, any -> new ArrayList<>());
        if (bearers.size() < MOST_BEARERS && !bearers.contains(member)) {
            bearers.add(member);
        }
    }

    private void take(int index, Member member, boolean full) {
        memberOfName[index] = member.number();
        member.mention(names.get(index), full);
    }

    /** Members are numbered by their first mention, and mentions follow the text. */
    private void inTextOrder() {
        for (Member member : members) {
            member.mentions().sort((one, other) -> Integer.compare(one.start(), other.start()));
        }
    }

    private static String key(String word) {
        return Words.fold(word);
    }
}
