package org.onrecord.api.input;

/** How much the API takes at once. Part of the contract: each has a test at the limit and just past it. */
public final class Limits {

    /** A JSON body, in bytes. */
    public static final int JSON_BYTES = 2 * 1024 * 1024;

    /** The body of an article, in code points. */
    public static final int BODY_CODE_POINTS = 1_000_000;

    /** The URL of an article, in characters. */
    public static final int URL_CHARACTERS = 2_048;

    /** A headline, in characters. */
    public static final int HEADLINE_CHARACTERS = 1_000;

    /** Tags of one article. */
    public static final int TAGS = 100;

    /** One tag, in characters. */
    public static final int TAG_CHARACTERS = 50;

    /** The query {@code q}, in characters. */
    public static final int QUERY_CHARACTERS = 2_000;

    /** One line of a bulk body, in bytes. */
    public static final int BULK_LINE_BYTES = 1024 * 1024;

    /** Results on one page. */
    public static final int PAGE = 200;

    /** Results on one page when the caller does not say. */
    public static final int PAGE_DEFAULT = 20;

    /** The first year a date may lie in; years before are typing errors, not news. */
    public static final int FIRST_YEAR = 1000;

    /** The last year a date may lie in: RFC 3339 has four digits. */
    public static final int LAST_YEAR = 9999;

    private Limits() {}
}
