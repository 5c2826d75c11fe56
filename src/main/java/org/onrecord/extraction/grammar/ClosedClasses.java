package org.onrecord.extraction.grammar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The function words of English and the few adverbs and adjectives whose class their ending does not tell. */
final class ClosedClasses {

    private static final Map<String, WordClass> CLASSES = new HashMap<>();

    static {
        put(WordClass.DETERMINER, """
                the a an this these those some any no every each another either neither both many most several few much
                such all half more""");
        put(WordClass.POSSESSIVE_PRONOUN, "his her its their my our your whose");
        put(WordClass.PRONOUN, """
                he she it they we i you who-ever everyone everybody someone somebody anyone anybody nobody nothing
                everything something anything others one none""");
        put(WordClass.OBJECT_PRONOUN, """
                him them me us himself herself itself themselves myself ourselves yourself""");
        put(WordClass.PREPOSITION, """
                of in on at by for from with into onto over under about against between among amid during through
                throughout across behind beyond near toward towards upon within without via per like unlike despite
                concerning regarding besides except alongside outside inside around above below beneath beside off
                amongst amidst down up out""");
        put(WordClass.CONJUNCTION, "and or but nor yet &");
        put(WordClass.SUBORDINATOR, """
                that because if when while although though unless until since whether after before as whereas once so
                than where why how lest whenever wherever""");
        put(WordClass.RELATIVE, "who which whom what");
        put(WordClass.TO, "to");
        put(WordClass.MODAL, "will would can could may might must should shall wo ca 'll ’ll ought");
        put(WordClass.AUXILIARY, """
                is are was were be been being am 's-be 're ’re 'm ’m has have had having 've ’ve 'd ’d do does did""");
        put(WordClass.NEGATION, "not n't n’t never cannot");
        put(WordClass.ADVERB, """
                also then later now still just only even again often already soon too very quite rather perhaps maybe
                once twice ever always sometimes here there today-ish however instead meanwhile moreover furthermore
                therefore thus indeed yet further earlier first finally recently simply further almost nearly well far
                back away together apart ago else otherwise nonetheless nevertheless hence likewise similarly afterward
                afterwards online abroad aloud once apparently reportedly allegedly""");
        put(WordClass.TIME, """
                monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
                yesterday today tomorrow tonight january february march april june july august september october
                november december jan jan. feb feb. mar. apr. jun. jul. aug aug. sept sept. sep oct oct. nov nov. dec
                dec. morning afternoon evening weekend""");
        put(WordClass.NUMBER, """
                one-number two three four five six seven eight nine ten eleven twelve dozen hundred thousand million
                billion""");
        put(WordClass.ADJECTIVE, """
                new old former other own same less least good bad great big small high low long short early late
                last next first-rank second third several-rank current top senior junior chief vice deputy interim
                acting retired young public private military civil foreign local national international federal
                american british french german russian chinese israeli iranian indian ukrainian european african
                black white democratic republican conservative liberal labour political presidential human legal
                familiar close aware able unable likely true false clear full due able such-like unlike-ly wrong
                right strong weak hard easy ready happy sorry sure certain fellow independent ruling main key major
                outgoing incoming ex-president longtime prominent leading influential past fresh recent alleged entire whole top-level unprecedented""");
        put(WordClass.COMMA, ",");
        put(WordClass.COLON, ":");
        put(WordClass.SEMICOLON, ";");
        put(WordClass.DASH, "- -- --- – — ―");
        put(WordClass.STOP, ". ! ? … ...");
        put(WordClass.OPENING_BRACKET, "( [ {");
        put(WordClass.CLOSING_BRACKET, ") ] }");
    }

    private ClosedClasses() {}

    private static void put(WordClass wordClass, String words) {
        Arrays.stream(words.strip().split("\\s+")).forEach(word -> CLASSES.putIfAbsent(word, wordClass));
    }

    /** The class of a lower-case word, or null where the list does not know it. */
    static @Nullable WordClass of(String word) {
        return CLASSES.get(word);
    }
}
