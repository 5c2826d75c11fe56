package org.onrecord.cleaning.credit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.passage.NameShape;
import org.onrecord.cleaning.passage.Tokens;
import org.onrecord.text.Phrases;

/**
 * Recognises the place and day before a story's first sentence, as the style guides of the agencies print them:
 * "KYIV, Sept 16 (Reuters) -", "LONDON (AP) —", "NEW DELHI:", "Nairobi, Kenya –".
 */
public final class Dateline {

    private static final int LONGEST = 90;

    private static final List<String> DASHES = List.of(" — ", " – ", " - ", " -- ", "— ", "– ", "-- ", " —", "—", ": ");

    /** Cities of papers that print a colon after the dateline, and cities from which those papers report most. */
    private static final Phrases COLON_CITIES = Phrases.of("""
            NEW DELHI | DELHI | MUMBAI | KOLKATA | CHENNAI | BENGALURU | BANGALORE | HYDERABAD | LUCKNOW | PATNA
            JAIPUR | PUNE | BHOPAL | CHANDIGARH | SRINAGAR | GUWAHATI | AHMEDABAD | THIRUVANANTHAPURAM | KOCHI
            RANCHI | RAIPUR | NAGPUR | SHIMLA | DEHRADUN | GURUGRAM | NOIDA | JAMMU | PANAJI | BHUBANESWAR | ISLAMABAD
            KARACHI | LAHORE | PESHAWAR | QUETTA | RAWALPINDI | DHAKA | COLOMBO | KATHMANDU | KABUL | NAIROBI | LAGOS
            ABUJA | ACCRA | KAMPALA | HARARE | LUSAKA | JOHANNESBURG | CAPE TOWN | PRETORIA | LONDON | WASHINGTON
            NEW YORK | PARIS | BERLIN | BRUSSELS | GENEVA | MOSCOW | KYIV | BEIJING | TOKYO | SEOUL | SINGAPORE
            KUALA LUMPUR | JAKARTA | MANILA | BANGKOK | DUBAI | DOHA | RIYADH | TEHRAN | JERUSALEM | CAIRO
            UNITED NATIONS | SYDNEY | CANBERRA | MELBOURNE | PETALING JAYA
            """);

    private Dateline() {}

    /** The dateline without agency and dash, or null if the paragraph has none. */
    public static @Nullable String of(String paragraph) {
        String head = paragraph.substring(0, Math.min(paragraph.length(), LONGEST));
        int end = Integer.MAX_VALUE;
        String mark = "";
        for (String dash : DASHES) {
            int found = head.indexOf(dash);
            if (found > 1 && found < end) {
                end = found;
                mark = dash;
            }
        }
        String place = end < head.length() ? head.substring(0, end).strip() : closedByAgency(head);
        if (place == null) {
            return null;
        }
        int agency = place.indexOf('(');
        boolean credited = agency > 1 && place.endsWith(")") && place.length() - agency <= 40;
        int wire = place.indexOf(" /");
        String printed = credited ? place.substring(0, agency).strip() : wire > 1 ? place.substring(0, wire) : place;
        int next = end == Integer.MAX_VALUE ? place.length() : end + mark.length();
        String after = paragraph.substring(Math.min(paragraph.length(), next)).strip();
        boolean shouted = isShouted(printed) && !mark.equals(": ") || mark.equals(": ") && isShoutedPlace(printed);
        boolean known = isPlaceShaped(printed)
                && (shouted || credited && isMixedPlace(printed) || isCityAndCountry(printed, mark));
        return known && opensSentence(after) ? trimComma(printed) : null;
    }

    /** Some agencies print no dash: "New Delhi, Sept 16 (PTI) The …". */
    private static @Nullable String closedByAgency(String head) {
        int open = head.indexOf(" (");
        int close = head.indexOf(") ", Math.max(open, 0));
        boolean short_ = open > 1 && close > open && close - open <= 15;
        return short_
                        && isMixedPlace(head.substring(0, open))
                        && head.substring(0, open).indexOf(',') > 0
                        && head.substring(open + 2, close).chars().noneMatch(Character::isLowerCase)
                ? head.substring(0, close + 1)
                : null;
    }

    private static String trimComma(String printed) {
        return printed.endsWith(",") ? printed.substring(0, printed.length() - 1) : printed;
    }

    private static boolean opensSentence(String after) {
        if (after.isEmpty()) {
            return false;
        }
        int first = after.codePointAt(0);
        return Character.isUpperCase(first) || Character.isDigit(first) || "“\"‘'«£$€".indexOf(first) >= 0;
    }

    /** Whether it consists of a few capitalised words, numbers and commas. */
    private static boolean isPlaceShaped(String printed) {
        List<String> tokens = Tokens.of(printed);
        return !tokens.isEmpty()
                && tokens.size() <= 9
                && tokens.stream()
                        .allMatch(token -> NameShape.isCapitalised(token)
                                || Character.isDigit(token.charAt(0))
                                || NameShape.isJoiner(token));
    }

    /** Whether the place is in capitals: "KYIV, Sept 16", "ST. LOUIS, Mo.". */
    private static boolean isShouted(String printed) {
        String first = Tokens.of(printed).stream().findFirst().orElse("");
        String upTo = printed.indexOf(',') > 0 ? printed.substring(0, printed.indexOf(',')) : printed;
        return first.length() >= 2
                && Character.isLetter(first.charAt(0))
                && upTo.chars().noneMatch(Character::isLowerCase);
    }

    /** Before a colon only a known city is certainly a place: interviews print speakers in the same way. */
    private static boolean isShoutedPlace(String printed) {
        int comma = printed.indexOf(',');
        String city = comma > 0 ? printed.substring(0, comma) : printed;
        return isShouted(printed) && COLON_CITIES.contains(city);
    }

    private static boolean isMixedPlace(String printed) {
        List<String> tokens = Tokens.of(printed);
        boolean day = tokens.stream().anyMatch(token -> PublicationLine.isMonthName(token.toLowerCase(Locale.ROOT)));
        return !tokens.isEmpty() && tokens.size() <= (day ? 7 : 4) && isPlaceShaped(printed);
    }

    /** "Nairobi, Kenya – The …". */
    private static boolean isCityAndCountry(String printed, String mark) {
        int comma = printed.indexOf(", ");
        boolean spacedDash = mark.equals(" — ") || mark.equals(" – ");
        return spacedDash
                && comma > 1
                && comma == printed.lastIndexOf(", ")
                && Tokens.of(printed).size() <= 5
                && Tokens.of(printed).stream().allMatch(NameShape::isCapitalised);
    }
}
