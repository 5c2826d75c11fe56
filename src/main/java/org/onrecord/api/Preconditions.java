package org.onrecord.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.kernel.ExpectedVersion;
import org.springframework.http.ResponseEntity;

/**
 * What the caller says about the state its request was made for: {@code If-Match} and {@code If-None-Match} (RFC 9110,
 * section 13). A controller method takes one as a parameter; the check belongs into the transaction that changes the
 * resource.
 */
public final class Preconditions implements ExpectedVersion {

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e]*)\"\\s*(?:,|$)");

    /** Of a request that says nothing of the state it was made for. */
    public static final Preconditions NONE = new Preconditions(null, null);

    private final @Nullable Tags match;
    private final @Nullable Tags noneMatch;

    /**
     * @param ifMatch the header as received, null when absent
     * @param ifNoneMatch the header as received, null when absent
     * @throws InvalidInput when a header is no list of entity tags
     */
    public Preconditions(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        this.match = ifMatch == null ? null : Tags.parse("If-Match", ifMatch);
        this.noneMatch = ifNoneMatch == null ? null : Tags.parse("If-None-Match", ifNoneMatch);
    }

    /**
     * Lets a change pass only when it was made for the resource as it is.
     *
     * @param current the tag of the resource as it is now
     * @throws PreconditionRequired without {@code If-Match}
     * @throws PreconditionFailed when the resource has another version; a weak tag never matches
     */
    public void requireMatch(ETag current) {
        if (match == null) {
            throw new PreconditionRequired();
        }
        checkMatch(current);
    }

    /** As {@link #requireMatch} asks of a resource that is in this version. */
    @Override
    public void check(long current) {
        requireMatch(ETag.of(current));
    }

    /** As {@link #requireMatch}, for changes that may also come without {@code If-Match}. */
    public void checkMatch(ETag current) {
        if (match != null && !match.any() && !match.strong().contains(current.version())) {
            throw new PreconditionFailed(current);
        }
    }

    /** @throws PreconditionFailed when {@code If-None-Match: *} says to create only, and the resource is there */
    public void checkAbsent(ETag current) {
        if (noneMatch != null && noneMatch.any()) {
            throw new PreconditionFailed(current);
        }
    }

    /** @throws PreconditionFailed when {@code If-Match} was made for a resource that is there, and none is */
    public void checkMayCreate() {
        if (match != null) {
            throw new PreconditionFailed(null);
        }
    }

    /** 200 with this body and tag; Spring turns it into 304 when {@code If-None-Match} names the tag. */
    public static <T> ResponseEntity<T> tagged(ETag tag, T body) {
        return ResponseEntity.ok().eTag(tag.toString()).body(body);
    }

    /** The tags of one header; of strong ones the version part. */
    private record Tags(boolean any, List<String> strong) {

        static Tags parse(String header, String value) {
            if (value.strip().equals("*")) {
                return new Tags(true, List.of());
            }
            var strong = new ArrayList<String>();
            var matcher = TAG.matcher(value);
            int end = 0;
            while (end < value.length() && matcher.find(end) && matcher.start() == end) {
                if (matcher.group(1) == null && !matcher.group(2).isEmpty()) {
                    strong.add(new ETag(matcher.group(2)).version());
                }
                end = matcher.end();
            }
            if (end == 0 || end < value.length()) {
                throw InvalidInput.parameter(header, "not-an-entity-tag", "must be * or quoted entity tags");
            }
            return new Tags(false, List.copyOf(strong));
        }
    }
}
