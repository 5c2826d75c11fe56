package org.onrecord.cleaning.credit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Tokens;
import org.onrecord.text.Phrases;

/** A line that says only when a story was published or changed: "Published: 16 September 2022, 14:23 BST". */
public final class PublicationLine {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Phrases MONTH_NAMES = Phrases.of("""
            january | february | march | april | june | july | august | september | sept | october | november
            december
            """);

    private static final Phrases DAYS = Phrases.of("""
            monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | tues | wed | thu | thur
            thurs | fri | sat | sun | today | yesterday
            """);

    private static final Phrases LABELS = Phrases.of("""
            published | updated | posted | modified | created | issued | uploaded | edited | revised | date
            updatedat | publishedat
            """);

    private static final Phrases AGES = Phrases.of("""
            second | seconds | minute | minutes | min | mins | hour | hours | hr | hrs | h | day | days | week | weeks
            month | months | year | years
            """);

    private static final Phrases FILLERS = Phrases.of("""
            on | at | last | first | ago | and | of | the | time | local | a | an | st | nd | rd | th | am | pm | a.m
            p.m | noon | midnight | just | now | by | in | print | online | less | than | about | early | this
            morning | afternoon | evening | uk | u.k | us | eastern | read | from
            """);

    /** The zones that mean one offset to every reader of the English-speaking press. */
    private static final Map<String, ZoneId> ZONES = Phrases.of("""
            gmt Z | utc Z | bst +01:00 | edt -04:00 | est -05:00 | et America/New_York | cdt -05:00 | pdt -07:00
            pst -08:00 | mdt -06:00 | cet +01:00 | cest +02:00 | sast +02:00 | aest +10:00 | aedt +11:00 | awst +08:00
            nzst +12:00 | nzdt +13:00 | hkt +08:00 | sgt +08:00 | eat +03:00 | wat +01:00
            """).all().stream()
            .map(zone -> zone.split(" "))
            .collect(Collectors.toMap(zone -> zone[0], zone -> ZoneId.of(zone[1])));

    /** Zones that mean different offsets in different countries: they are recognised, and no time is read from them. */
    private static final Phrases VAGUE_ZONES = Phrases.of("""
            ist | cst | mst | pt | ct | mt | pkt | wib | jst | kst
            """);

    private PublicationLine() {}

    public static boolean matches(Passage passage) {
        return passage.isJudged() && passage.words() <= 30 && matches(passage.plain());
    }

    /** Whether the text consists of times, days and the words around them; a label alone ("Published") counts. */
    static boolean matches(String plain) {
        boolean dated = false;
        boolean labelled = false;
        boolean aged = false;
        int numbers = 0;
        for (String token : tokens(plain)) {
            if (Character.isDigit(token.charAt(0)) && isNumber(token)) {
                numbers++;
                dated |= isIsoDate(token);
            } else if (isMonth(token)) {
                dated = true;
            } else if (DAYS.contains(token)) {
                dated |= token.equals("today") || token.equals("yesterday");
            } else if (LABELS.contains(token)) {
                labelled = true;
            } else if (AGES.contains(token)) {
                aged = true;
            } else if (!FILLERS.contains(token) && !ZONES.containsKey(token) && !VAGUE_ZONES.contains(token)) {
                return false;
            }
        }
        boolean age = aged && plain.contains("ago");
        return dated && (numbers > 0 || labelled)
                || age
                || labelled && numbers > 0
                || labelled && plain.length() <= 20
                || numbers == 1 && isClock(plain);
    }

    private static boolean isClock(String plain) {
        List<String> tokens = tokens(plain);
        return tokens.size() <= 3
                && tokens.get(0).length() >= 4
                && plain.indexOf(':') > 0
                && clock(tokens.get(0), tokens, 0) >= 0;
    }

    private static List<String> tokens(String plain) {
        return Tokens.of(
                plain.replace(": ", " ").replace('–', ' ').replace('—', ' ').replace(" - ", " "));
    }

    private static boolean isNumber(String token) {
        int letters = 0;
        for (int index = 0; index < token.length(); index++) {
            char character = token.charAt(index);
            letters += Character.isLetter(character) ? 1 : 0;
            if (!Character.isLetterOrDigit(character) && ":.-+/'".indexOf(character) < 0) {
                return false;
            }
        }
        String end = token.substring(token.length() - Math.min(2, token.length()));
        return letters == 0
                || letters == 2 && List.of("am", "pm", "st", "nd", "rd", "th").contains(end)
                || letters == 1 && "hdm".indexOf(token.charAt(token.length() - 1)) >= 0
                || isIsoDate(token);
    }

    private static boolean isIsoDate(String token) {
        boolean iso = token.length() >= 10 && token.charAt(4) == '-' && token.charAt(7) == '-';
        boolean slashed = token.length() >= 8
                && token.length() <= 10
                && token.chars().filter(c -> c == '/').count() == 2;
        return iso || slashed;
    }

    private static boolean isMonth(String token) {
        return isMonthName(token)
                || token.startsWith("updated") && token.length() > 8 && Character.isDigit(token.charAt(7));
    }

    static boolean isMonthName(String plain) {
        return MONTHS.contains(plain) || MONTH_NAMES.contains(plain);
    }

    /** The moment that a line gives; null unless it has day, month by name, year, time and zone. */
    public static @Nullable Instant instant(String plain) {
        Instant iso = PublicationTime.parse(plain.strip());
        if (iso != null) {
            return iso;
        }
        List<String> tokens = tokens(plain);
        int year = -1;
        int month = -1;
        int day = -1;
        int clock = -1;
        ZoneId zone = null;
        for (int index = 0; index < tokens.size(); index++) {
            String token = tokens.get(index);
            if (index > 0 && LABELS.contains(token)) {
                break;
            }
            if (month < 0 && isMonth(token) && token.length() >= 3) {
                month = MONTHS.indexOf(token.substring(0, 3)) + 1;
            } else if (ZONES.containsKey(token) && zone == null) {
                zone = ZONES.get(token);
            } else if (token.length() == 4 && token.startsWith("20") && isDigits(token)) {
                year = year < 0 ? Integer.parseInt(token) : year;
            } else if (clock < 0 && clock(token, tokens, index) >= 0) {
                clock = clock(token, tokens, index);
            } else if (day < 0 && isDay(token)) {
                day = Integer.parseInt(digits(token));
            }
        }
        if (year < 0 || month <= 0 || day < 0 || clock < 0 || zone == null) {
            return null;
        }
        return at(year, month, day, clock, zone);
    }

    private static @Nullable Instant at(int year, int month, int day, int minutes, ZoneId zone) {
        try {
            return LocalDateTime.of(year, month, day, minutes / 60, minutes % 60)
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The minutes since midnight that "14:23", "10.23am", or "8:05" before "p.m." says, or -1. */
    private static int clock(String token, List<String> tokens, int index) {
        int mark = Math.max(token.indexOf(':'), token.indexOf('.'));
        if (mark < 1 || mark > 2 || token.length() < mark + 3) {
            return -1;
        }
        String hours = token.substring(0, mark);
        String minutes = token.substring(mark + 1, mark + 3);
        if (!isDigits(hours) || !isDigits(minutes)) {
            return -1;
        }
        String half = token.length() > mark + 3
                ? token.substring(mark + 3)
                : index + 1 < tokens.size() ? tokens.get(index + 1).replace(".", "") : "";
        int hour = Integer.parseInt(hours);
        int minute = Integer.parseInt(minutes);
        boolean afternoon = half.startsWith("pm");
        boolean morning = half.startsWith("am");
        if (hour > 23 || minute > 59 || (afternoon || morning) && hour == 0) {
            return -1;
        }
        int shift = afternoon && hour < 12 ? 12 : morning && hour == 12 ? -12 : 0;
        return (hour + shift) * 60 + minute;
    }

    private static boolean isDay(String token) {
        String digits = digits(token);
        boolean ordinal = token.length() == digits.length() || token.length() == digits.length() + 2;
        return !digits.isEmpty() && digits.length() <= 2 && ordinal && token.indexOf(':') < 0;
    }

    private static String digits(String token) {
        int end = 0;
        while (end < token.length() && token.charAt(end) >= '0' && token.charAt(end) <= '9') {
            end++;
        }
        return token.substring(0, end);
    }

    private static boolean isDigits(String token) {
        return !token.isEmpty() && digits(token).length() == token.length();
    }

    /** Where a date begins that stands at the end of the line ("By Ana Moreno 16 September 2022"), or -1. */
    public static int start(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        boolean number = plain.chars().anyMatch(Character::isDigit);
        if (!number || plain.length() != text.length() || plain.length() > 200) {
            return -1;
        }
        for (int index = 1; index < plain.length(); index++) {
            boolean wordStart = Character.isLetterOrDigit(plain.charAt(index))
                    && !Character.isLetterOrDigit(plain.charAt(index - 1));
            if (wordStart && matches(plain.substring(index))) {
                return index;
            }
        }
        return -1;
    }
}
