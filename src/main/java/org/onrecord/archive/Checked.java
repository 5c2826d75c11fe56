package org.onrecord.archive;

import java.net.URISyntaxException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.onrecord.api.input.Limits;
import org.onrecord.api.problem.Fault;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.article.CanonicalUrl;

/** Checks of single values that both JSON members and query parameters may carry. */
public final class Checked {

    private Checked() {}

    /** @param where a JSON pointer or the name of a parameter */
    public static String url(String where, String typed) {
        try {
            String url = CanonicalUrl.parse(typed).value();
            if (url.length() > Limits.URL_CHARACTERS) {
                throw fault(where, "too-long", "must have at most " + Limits.URL_CHARACTERS + " characters");
            }
            return url;
        } catch (URISyntaxException notAUrl) {
            throw fault(where, "not-a-url", "must be an absolute http or https URL: " + notAUrl.getReason());
        }
    }

    public static String language(String where, String typed) {
        try {
            return new Locale.Builder().setLanguageTag(typed).build().toLanguageTag();
        } catch (IllformedLocaleException notATag) {
            throw fault(where, "not-a-language", "must be a BCP 47 language tag such as en or en-GB");
        }
    }

    public static InvalidInput fault(String where, String code, String message) {
        Fault fault = where.startsWith("/") ? Fault.at(where, code, message) : Fault.parameter(where, code, message);
        return new InvalidInput(List.of(fault));
    }
}
