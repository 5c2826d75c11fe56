package org.onrecord.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.onrecord.kernel.Sha256;

/**
 * The words of an article, its parts apart.
 *
 * @param body NFC, {@code \n} line ends; every offset in the archive counts its code points
 */
public record ArticleText(
        String headline,
        @Nullable String standfirst,
        @Nullable String byline,
        @Nullable String dateline,
        String body) {

    /** SHA-256 of all parts, in lower-case hexadecimal: equal exactly where every part is equal. */
    public String sha256() {
        MessageDigest digest = Sha256.digest();
        for (String part : new String[] {headline, standfirst, byline, dateline, body}) {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            digest.update((byte) (part == null ? 0 : 1));
            digest.update(HexFormat.of().toHexDigits(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The number of words of the body, as blanks divide them. */
    public int wordCount() {
        return new StringTokenizer(body).countTokens();
    }
}
