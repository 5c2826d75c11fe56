package org.onrecord.extraction.resolving;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** First names with the pronoun that goes with them, and short forms of first names. Immutable. */
public final class FirstNames {

    /** Each row one name and its short forms; two names of one row may name the same person. */
    private static final String[] SHORT_FORMS = {
        "donald don donnie",
        "william bill will billy willie",
        "michael mike mick micky",
        "timothy tim",
        "joseph joe joey",
        "james jim jimmy jamie",
        "robert bob rob bobby robbie bert",
        "christopher chris kit",
        "bernard bernie",
        "edward ed eddie ted teddy ned",
        "rafael rafa ted",
        "jeffrey jeff",
        "geoffrey geoff",
        "benjamin ben",
        "samuel sam sammy",
        "daniel dan danny",
        "david dave",
        "steven steve",
        "stephen steve",
        "matthew matt",
        "gregory greg",
        "thomas tom tommy",
        "ronald ron ronnie",
        "richard rick dick rich ricky",
        "charles chuck charlie chas",
        "anthony tony",
        "kenneth ken kenny",
        "lawrence larry",
        "elizabeth liz beth betty lizzie eliza",
        "katherine kate kathy katie",
        "catherine cathy kate",
        "patrick pat paddy",
        "patricia pat patty tricia",
        "andrew andy drew",
        "nicholas nick nicky",
        "jonathan jon",
        "joshua josh",
        "douglas doug",
        "alexander alex sandy sasha",
        "alexandra alex sandra sasha",
        "susan sue suzy",
        "deborah debbie deb",
        "rudolph rudy",
        "newton newt",
        "mitchell mitch",
        "peter pete",
        "philip phil",
        "phillip phil",
        "john jack johnny jon",
        "margaret maggie meg peggy",
        "jennifer jen jenny",
        "jacob jake",
        "zachary zach zack",
        "frederick fred freddie",
        "gerald gerry jerry",
        "henry harry hank",
        "vladimir volodya vlad",
        "nathaniel nat nate",
        "theodore ted theo",
        "victoria vicky tori",
        "rebecca becky",
        "pamela pam",
        "barbara barb",
        "cynthia cindy",
        "abraham abe",
        "albert al bert",
        "alfred alf fred",
        "francis frank",
        "franklin frank",
        "leonard len lenny",
        "raymond ray",
        "walter walt wally",
        "vincent vince",
        "terence terry",
        "judith judy",
        "dorothy dot",
        "eleanor ellie nell",
        "isabella bella",
        "kimberly kim",
        "valerie val",
        "christine chris chrissie",
        "stanley stan",
        "stuart stu",
        "russell russ",
        "maxwell max",
        "maximilian max",
        "gabriel gabe",
        "dominic dom",
        "clifford cliff",
        "calvin cal",
        "bradley brad",
        "arthur art",
        "archibald archie",
        "allison ali",
        "amanda mandy",
        "angela angie",
        "antonio tony",
        "boris boris",
        "hillary hilary"
    };

    private static final FirstNames INSTANCE = read();

    private final Map<String, Gender> genders;
    private final Map<String, Set<Integer>> rows;

    private FirstNames(Map<String, Gender> genders, Map<String, Set<Integer>> rows) {
        this.genders = genders;
        this.rows = rows;
    }

    public static FirstNames load() {
        return INSTANCE;
    }

    private static FirstNames read() {
        Map<String, Gender> genders = new HashMap<>();
        try (InputStream stream = FirstNames.class.getResourceAsStream("first-names.txt")) {
            if (stream == null) {
                throw new IllegalStateException("first-names.txt is missing from the jar");
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            Gender gender = Gender.UNKNOWN;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    gender = line.startsWith("[she") ? Gender.SHE : Gender.HE;
                } else if (!line.startsWith("#")) {
                    for (String name : line.split("\\s+")) {
                        Gender known = genders.put(fold(name), gender);
                        if (known != null && known != gender) {
                            genders.put(fold(name), Gender.UNKNOWN);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FirstNames(Map.copyOf(genders), rows());
    }

    private static Map<String, Set<Integer>> rows() {
        Map<String, Set<Integer>> rows = new HashMap<>();
        for (int row = 0; row < SHORT_FORMS.length; row++) {
            for (String name : SHORT_FORMS[row].split(" ")) {
                rows.computeIfAbsent(name, any -> new HashSet<>()).add(row);
            }
        }
        return rows;
    }

    private static String fold(String name) {
        return Words.fold(name);
    }

    /** Whether the word is a first name of the list. */
    public boolean isFirstName(String word) {
        return genders.containsKey(fold(word));
    }

    public Gender genderOf(String firstName) {
        String name = fold(firstName);
        Gender whole = genders.get(name);
        if (whole == null && name.indexOf('-') > 0) {
            whole = genders.get(name.substring(0, name.indexOf('-')));
        }
        return whole == null ? Gender.UNKNOWN : whole;
    }

    /** Whether two first names may name one person: the same, an initial, or a short form of the other. */
    public boolean compatible(String one, String other) {
        String left = fold(one);
        String right = fold(other);
        if (left.equals(right)) {
            return true;
        }
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        if (isInitial(left) || isInitial(right)) {
            return left.charAt(0) == right.charAt(0);
        }
        Set<Integer> leftRows = rows.get(left);
        Set<Integer> rightRows = rows.get(right);
        return leftRows != null && rightRows != null && leftRows.stream().anyMatch(rightRows::contains);
    }

    private static boolean isInitial(String name) {
        return name.length() == 1 || name.length() == 2 && name.charAt(1) == '.';
    }
}
