package org.onrecord.extraction.naming;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the names a model found by what newsrooms know. A courtesy title or an office before a name is not part of
 * it, and an office alone is no name. A quoted title behind "the film" names a work. A word for the people of a country
 * is no place, a treaty and what a minister is for are no organisations, a square is no person. People named side by
 * side with nothing between are one, and so are a party and its country.
 */
final class NameRules {

    private static final Set<Long> LEADING_TITLES = Hash.ofAll("""
            mr | mrs | ms | miss | mx | dr | prof | professor | madam | mme | ceo | president | premier | chancellor
            minister | senator | sen | governor | gov | mayor | judge | justice | general | gen | colonel | col
            major | captain | capt | lieutenant | lt | sergeant | sgt | admiral | secretary | ambassador | rep
            congressman | congresswoman | councillor | chairman | chairwoman | chief | detective | inspector
            superintendent | constable | commissioner | deputy | rev | reverend | coach | mp | maulana""");
    private static final Set<Long> DOCUMENTS = Hash.ofAll("""
            agreement | act | bill | treaty | accord | accords | protocol | declaration | charter | constitution
            convention | resolution | statement | pact | law | directive | amendment | call | manifesto | communique
            covenant""");
    private static final Set<Long> OF_OFFICES = Hash.ofAll("of | for | on");
    private static final Set<Long> MEMBERS = Hash.ofAll("member | members");
    private static final Set<Long> PARLIAMENT = Hash.ofAll("parliament | congress");
    private static final Set<Long> PLACE_HEADS = Hash.ofAll("""
            county | province | district | prefecture | governorate | municipality | inlet | peninsula | strait
            borough | road | street | avenue | square | plaza | bridge | dam | desert | harbour | theatre | theater
            stadium | airport""");

    /** Bodies whose country is part of their name. */
    private static final Set<Long> BODIES_OF_COUNTRIES = Hash.ofAll("""
            party | parliament | assembly | commons | congress | senate | council | union | front | movement
            society | institution | academy | university""");

    private static final Set<Long> CURRENCIES = Hash.ofAll("$ | dollar | dollars | cents");
    private static final long US = Hash.of("us");
    private static final Set<Long> PREPOSITIONS = Hash.ofAll("of | on | for | to | against | in");
    private static final long GENITIVE = Hash.of("'s");
    private static final long BRACKET = Hash.of("(");
    private static final long PARTY = Hash.of("party");
    private static final long OF = Hash.of("of");
    private static final long THE = Hash.of("the");

    private final WordViews views;
    private final BitSet subjects;

    NameRules(WordViews views) {
        this.views = views;
        this.subjects = new OfficeSubjects(views).find();
    }

    /** The names as the rules leave them, in text order. */
    List<TaggedName> apply(List<TaggedName> found) {
        var names = withFullNames(found);
        var works = new QuotedWorks(views).find();
        var kept = new ArrayList<TaggedName>();
        int next = 0;
        for (var name : names) {
            while (next < works.size() && works.get(next).to() <= name.from()) {
                kept.add(works.get(next++));
            }
            if (next < works.size() && works.get(next).overlaps(name.from(), name.to())) {
                continue;
            }
            var ruled = ruled(withoutGenitive(name));
            if (ruled != null) {
                add(ruled, kept);
            }
        }
        kept.addAll(works.subList(next, works.size()));
        return kept;
    }

    /** A first name and another capital in mid-sentence, none of them in a name found, are a person's. */
    private List<TaggedName> withFullNames(List<TaggedName> names) {
        var complete = new ArrayList<TaggedName>(names.size());
        int next = 0;
        for (int token = 1; token + 1 < views.size; token++) {
            while (next < names.size() && names.get(next).from() <= token + 2) {
                token = Math.max(token, names.get(next).to());
                complete.add(names.get(next++));
            }
            if (token + 1 < views.size && isFullName(token)) {
                complete.add(new TaggedName(NameLabels.PERSON, token, token + 2));
                token++;
            }
        }
        complete.addAll(names.subList(next, names.size()));
        return complete;
    }

    private boolean isFullName(int token) {
        return views.gazetteer[token] == Gazetteer.GIVEN_NAME
                && isPlainCapital(token)
                && isPlainCapital(token + 1)
                && (views.gazetteer[token + 1] & ~Gazetteer.FAMILY_NAME) == 0
                && !views.is(token - 1, WordFlags.CAPITAL)
                && (token + 2 == views.size || !views.is(token + 2, WordFlags.CAPITAL));
    }

    private boolean isPlainCapital(int token) {
        return views.is(token, WordFlags.CAPITAL)
                && !views.is(token, WordFlags.ALL_CAPITALS)
                && !views.is(token, WordFlags.SENTENCE_START)
                && !views.is(token, WordFlags.TITLE_CASE_SENTENCE);
    }

    /**
     * People named side by side with nothing between are one, and a body with the country it is called for: "Green Party
     * of Norland", "Norland Green Party".
     */
    private void add(TaggedName name, List<TaggedName> kept) {
        var last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
        if (last != null
                && last.to() == name.from()
                && !views.is(name.from(), WordFlags.SENTENCE_START)
                && last.type() == NameLabels.PERSON
                && name.type() == NameLabels.PERSON) {
            kept.set(kept.size() - 1, new TaggedName(NameLabels.PERSON, last.from(), name.to()));
        } else if (last != null && (isBodyOf(last, name) || isPartyIn(last, name))) {
            kept.set(kept.size() - 1, new TaggedName(NameLabels.ORGANISATION, last.from(), name.to()));
        } else {
            kept.add(name);
        }
    }

    private boolean isBodyOf(TaggedName body, TaggedName place) {
        int between = place.from() - body.to();
        return body.type() == NameLabels.ORGANISATION
                && place.type() == NameLabels.PLACE
                && body.to() - body.from() > 1
                && BODIES_OF_COUNTRIES.contains(views.lower[body.to() - 1])
                && (between == 1 || between == 2 && views.lower[body.to() + 1] == THE)
                && views.lower[body.to()] == OF;
    }

    private boolean isPartyIn(TaggedName place, TaggedName party) {
        return place.type() == NameLabels.PLACE
                && party.type() == NameLabels.ORGANISATION
                && place.to() == party.from()
                && views.lower[party.to() - 1] == PARTY;
    }

    /** "The Health Board's (HB) report": a genitive before the acronym is not part of the name. */
    private TaggedName withoutGenitive(TaggedName name) {
        int to = name.to();
        boolean genitive = to - name.from() > 1
                && to < views.size
                && views.lower[to - 1] == GENITIVE
                && views.lower[to] == BRACKET;
        return genitive ? new TaggedName(name.type(), name.from(), to - 1) : name;
    }

    private @Nullable TaggedName ruled(TaggedName name) {
        switch (name.type()) {
            case NameLabels.PERSON:
                return isStreetLikeAPerson(name) ? name.as(NameLabels.PLACE) : withoutTitle(name);
            case NameLabels.PLACE:
                return place(name);
            case NameLabels.ORGANISATION:
                return organisation(name);
            case NameLabels.OTHER:
                return isAll(name, Gazetteer.TIME_WORD) ? null : other(name);
            default:
                return name;
        }
    }

    private @Nullable TaggedName withoutTitle(TaggedName name) {
        int from = name.from();
        while (from < name.to() - 1 && LEADING_TITLES.contains(views.lower[from])) {
            from++;
        }
        int alone = views.gazetteer[from];
        boolean titleOnly = from == name.to() - 1
                && (alone & Gazetteer.TITLE) != 0
                && (alone & (Gazetteer.GIVEN_NAME | Gazetteer.FAMILY_NAME)) == 0;
        return titleOnly ? null : new TaggedName(name.type(), from, name.to());
    }

    private @Nullable TaggedName place(TaggedName name) {
        if (isOfACurrency(name)) {
            return null;
        }
        int kinds = views.gazetteer[name.from()];
        boolean place = (kinds & Gazetteer.PLACES) != 0;
        boolean people = name.to() - name.from() == 1 && (kinds & Gazetteer.NATIONALITY) != 0;
        if (!place && (people || isAll(name, Gazetteer.LANGUAGE))) {
            return name.as(NameLabels.OTHER);
        }
        boolean listed = isAll(name, Gazetteer.ORGANISATION) && !place;
        return listed ? name.as(NameLabels.ORGANISATION) : name;
    }

    /** "US$5 million". */
    private boolean isOfACurrency(TaggedName name) {
        return name.to() - name.from() == 1
                && views.lower[name.from()] == US
                && name.to() < views.size
                && CURRENCIES.contains(views.lower[name.to()]);
    }

    private boolean isPlaceByItsHead(TaggedName name) {
        return name.to() - name.from() > 1 && isWordForAPlace(views.lower[name.to() - 1]);
    }

    /** Street and Bridge are family names, too. */
    private boolean isStreetLikeAPerson(TaggedName name) {
        return isPlaceByItsHead(name) && (views.gazetteer[name.from()] & Gazetteer.GIVEN_NAME) == 0;
    }

    /** Whether a name whose last word has this hash is a place's. */
    static boolean isWordForAPlace(long lower) {
        return PLACE_HEADS.contains(lower);
    }

    /** Whether a name whose last word has this hash is that of a treaty, an act or the like. */
    static boolean isWordForADocument(long lower) {
        return DOCUMENTS.contains(lower);
    }

    /** A treaty or an act is no organisation; the last word before an "of" or "on" tells, or else the last of all. */
    private @Nullable TaggedName organisation(TaggedName name) {
        if (isAll(name, Gazetteer.TIME_WORD) || subjects.get(name.from()) || isSeatOfMembers(name)) {
            return null;
        }
        if (isPlaceByItsHead(name)) {
            return name.as(NameLabels.PLACE);
        }
        int head = name.from();
        while (head + 1 < name.to() && !PREPOSITIONS.contains(views.lower[head + 1])) {
            head++;
        }
        boolean document = name.to() - name.from() > 1 && isWordForADocument(views.lower[head]);
        return document ? name.as(NameLabels.OTHER) : name;
    }

    /** In "Member of Parliament" the parliament is part of an office and names no body. */
    private boolean isSeatOfMembers(TaggedName name) {
        int from = name.from();
        return name.to() - from == 1
                && from > 1
                && PARLIAMENT.contains(views.lower[from])
                && OF_OFFICES.contains(views.lower[from - 1])
                && MEMBERS.contains(views.lower[from - 2]);
    }

    /** "World Cup", "Battle of Hastings": a name of several words, one of them for an event. */
    private TaggedName other(TaggedName name) {
        for (int token = name.from(); token < name.to(); token++) {
            if (name.to() - name.from() > 1 && (views.gazetteer[token] & Gazetteer.EVENT_WORD) != 0) {
                return name.as(NameLabels.EVENT);
            }
        }
        return name;
    }

    private boolean isAll(TaggedName name, int kind) {
        for (int token = name.from(); token < name.to(); token++) {
            if ((views.gazetteer[token] & kind) == 0) {
                return false;
            }
        }
        return true;
    }
}
