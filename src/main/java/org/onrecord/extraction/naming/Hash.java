package org.onrecord.extraction.naming;

import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.text.Phrases;

/** 64-bit hashes of words and of features made of words. */
final class Hash {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    /** FNV-1a (Fowler, Noll, Vo) over UTF-16 code units, mixed. */
    static long of(CharSequence word) {
        return of(word, 0, word.length());
    }

    static long of(CharSequence word, int from, int to) {
        long hash = OFFSET;
        for (int index = from; index < to; index++) {
            hash = (hash ^ word.charAt(index)) * PRIME;
        }
        return mix(hash);
    }

    /** The hashes of the words of a table as {@link Phrases} reads it. */
    static Set<Long> ofAll(String table) {
        return Phrases.of(table).all().stream().map(Hash::of).collect(Collectors.toUnmodifiableSet());
    }

    static long combine(long a, long b) {
        return mix(a * 0x9e3779b97f4a7c15L + b);
    }

    /** The finaliser of MurmurHash3 (Appleby). */
    static long mix(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
