package org.onrecord.extraction.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.onrecord.extraction.naming.BioCorpus.Token;

/**
 * Varies labelled documents, so that a model learned from one newsroom's copy does not take its habits for the rule:
 * hyphenated words and initials cut as some corpora have them, datelines before the first sentence, and some organisations under
 * made-up names of the kinds that are common in other countries, with and without an acronym.
 */
final class Variations {

    private static final List<String> PLACES = List.of(
            "Leeds",
            "Bristol",
            "Cardiff",
            "Glasgow",
            "Kent",
            "Devon",
            "Essex",
            "Norfolk",
            "Ulster",
            "Manchester",
            "Cork",
            "Lagos",
            "Kano",
            "Accra",
            "Nairobi",
            "Mombasa",
            "Kampala",
            "Lusaka",
            "Durban",
            "Gauteng",
            "Cairo",
            "Tunis",
            "Rabat",
            "Dakar",
            "Delhi",
            "Mumbai",
            "Kerala",
            "Punjab",
            "Lahore",
            "Karachi",
            "Dhaka",
            "Colombo",
            "Penang",
            "Manila",
            "Cebu",
            "Hanoi",
            "Jakarta",
            "Bali",
            "Osaka",
            "Kyoto",
            "Busan",
            "Taipei",
            "Sydney",
            "Perth",
            "Queensland",
            "Otago",
            "Auckland",
            "Toronto",
            "Alberta",
            "Ohio",
            "Texas",
            "Nevada",
            "Lima",
            "Bogota",
            "Santiago",
            "Jamaica",
            "Malta",
            "Bergen",
            "Turin",
            "Lyon",
            "Porto",
            "Bremen",
            "Krakow",
            "Riga");
    private static final List<String> FAMILIES = List.of(
            "Alder",
            "Barlow",
            "Castell",
            "Dunmore",
            "Ekwe",
            "Farrow",
            "Galant",
            "Hartwell",
            "Imani",
            "Jessop",
            "Kibet",
            "Lindqvist",
            "Mokoro",
            "Nakato",
            "Okoro",
            "Pereira",
            "Quigley",
            "Rosario",
            "Sandhu",
            "Tembo",
            "Ulrich",
            "Varga",
            "Whitlock",
            "Yamada",
            "Zhao",
            "Ashdown",
            "Bhatia",
            "Costigan",
            "Delgado",
            "Eriksen",
            "Fonseca");
    private static final List<String> PEOPLES = List.of(
            "British",
            "Scottish",
            "Welsh",
            "Irish",
            "Kenyan",
            "Nigerian",
            "Ghanaian",
            "Ugandan",
            "Zambian",
            "Indian",
            "Pakistani",
            "Malaysian",
            "Japanese",
            "Korean",
            "Australian",
            "Canadian",
            "American",
            "Brazilian",
            "European",
            "African",
            "Asian",
            "Caribbean",
            "Pacific",
            "Arab",
            "Norwegian",
            "Swiss",
            "Polish",
            "Egyptian",
            "Chinese");
    private static final List<String> FIELDS = List.of(
            "Health",
            "Education",
            "Finance",
            "Agriculture",
            "Justice",
            "Transport",
            "Statistics",
            "Trade",
            "Energy",
            "Housing",
            "Culture",
            "Labour",
            "Science",
            "Tourism",
            "Fisheries",
            "Water",
            "Forestry",
            "Mining",
            "Security",
            "Foreign Affairs",
            "Home Affairs",
            "Rural Development",
            "Human Rights",
            "Economic Affairs",
            "Climate Change",
            "Nuclear Research",
            "Disease Control",
            "Consumer Protection",
            "Press Freedom",
            "Public Policy",
            "Wildlife",
            "Child Welfare",
            "Road Safety",
            "Cancer Research",
            "Fiscal Studies",
            "Refugees",
            "Farmers",
            "Teachers",
            "Nurses",
            "Democracy",
            "Strategic Studies",
            "Social Care",
            "Civil Aviation",
            "Food Safety",
            "Electricity");
    private static final List<String> BODIES = List.of(
            "Authority",
            "Agency",
            "Council",
            "Commission",
            "Institute",
            "Board",
            "Service",
            "Association",
            "Federation",
            "Union",
            "Society",
            "Trust",
            "Alliance",
            "Foundation",
            "Network",
            "Committee",
            "Forum",
            "Centre",
            "Office",
            "Corporation",
            "Company",
            "Fund",
            "Bureau",
            "Congress",
            "Coalition",
            "League",
            "Movement",
            "Group",
            "Party");
    private static final List<String> FIRMS = List.of(
            "Group",
            "Holdings",
            "Ltd",
            "Inc",
            "Partners",
            "Capital",
            "Industries",
            "Technologies",
            "Media",
            "Energy",
            "Airlines",
            "Motors",
            "Bank",
            "Foundation",
            "Institute",
            "Consulting",
            "Securities",
            "Press",
            "Records");
    private static final List<String> PATTERNS = List.of(
            "Ministry of F",
            "Department for F",
            "Department of F",
            "Office for F",
            "Institute for F",
            "Centre for F",
            "Campaign for F",
            "Commission on F",
            "National F B",
            "National F B",
            "F B",
            "F B",
            "P F B",
            "Royal F B",
            "International F B",
            "National Union of F",
            "B for F",
            "P City Council",
            "P County Council",
            "P Council",
            "P University",
            "University of P",
            "P College",
            "P Police",
            "P High Court",
            "P Hospital",
            "P United",
            "P City",
            "P FC",
            "Bank of P",
            "P Chamber of Commerce",
            "P Times",
            "P Post",
            "P Herald",
            "P Airport Authority",
            "P Airways",
            "P Stock Exchange",
            "N F",
            "N & N",
            "N X",
            "N X",
            "N and Sons",
            "N Foundation",
            "Free P Movement",
            "People 's B",
            "United F Party",
            "New F Party",
            "Bank of the P",
            "High Commission for F",
            "Court of Appeal");
    private static final List<String> MONTHS = List.of(
            "January", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "October", "Nov", "December");
    private static final List<String> AGENCIES =
            List.of("AP", "AFP", "Reuters", "PA", "Xinhua", "ANI", "UPI", "IPS", "dpa");

    private final Random random;
    private final double renamed;
    private final double datelined;

    Variations(long seed, double renamed, double datelined) {
        this.random = new Random(seed);
        this.renamed = renamed;
        this.datelined = datelined;
    }

    List<List<Token>> of(List<List<Token>> document) {
        var varied = new ArrayList<List<Token>>();
        Map<String, List<Token>> names = new HashMap<>();
        for (var sentence : document) {
            var renamedOnes = renamed > 0 ? withOrganisationsRenamed(sentence, names) : sentence;
            var cut = random.nextBoolean() ? renamedOnes : withHyphensCut(renamedOnes);
            varied.add(random.nextInt(8) > 0 ? cut : withInitialsApart(cut));
        }
        if (random.nextDouble() < datelined) {
            varied.set(0, withDateline(varied.get(0)));
        }
        return varied;
    }

    private static List<Token> withHyphensCut(List<Token> sentence) {
        var tokens = new ArrayList<Token>();
        for (var token : sentence) {
            String[] parts = token.text().split("-");
            if (parts.length < 2 || parts[0].isEmpty() || token.text().startsWith("-LRB")) {
                tokens.add(token);
                continue;
            }
            String inside = token.tag().equals("O") ? "O" : "I" + token.tag().substring(1);
            for (int part = 0; part < parts.length; part++) {
                if (part > 0) {
                    tokens.add(new Token("-", inside));
                }
                if (!parts[part].isEmpty()) {
                    tokens.add(new Token(parts[part], part == 0 ? token.tag() : inside));
                }
            }
        }
        return tokens;
    }

    /** "U.S." as "U. S.", which old and taken apart text has. */
    private static List<Token> withInitialsApart(List<Token> sentence) {
        var tokens = new ArrayList<Token>();
        for (var token : sentence) {
            String text = token.text();
            if (text.length() == 4 && text.charAt(1) == '.' && text.charAt(3) == '.') {
                String inside =
                        token.tag().equals("O") ? "O" : "I" + token.tag().substring(1);
                tokens.add(new Token(text.substring(0, 2), token.tag()));
                tokens.add(new Token(text.substring(2), inside));
            } else {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private List<Token> withDateline(List<Token> sentence) {
        var tokens = new ArrayList<Token>();
        String place = any(PLACES);
        tokens.add(new Token(random.nextBoolean() ? place.toUpperCase() : place, "B-LOC"));
        if (random.nextInt(3) > 0) {
            tokens.add(new Token(",", "O"));
            tokens.add(new Token(any(MONTHS), "O"));
            tokens.add(new Token(String.valueOf(1 + random.nextInt(30)), "O"));
        }
        if (random.nextInt(3) > 0) {
            tokens.add(new Token("(", "O"));
            tokens.add(new Token(any(AGENCIES), "B-ORG"));
            tokens.add(new Token(")", "O"));
        }
        tokens.add(new Token(random.nextBoolean() ? "-" : "—", "O"));
        tokens.addAll(sentence);
        return tokens;
    }

    private List<Token> withOrganisationsRenamed(List<Token> sentence, Map<String, List<Token>> names) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < sentence.size()) {
            int end = at + 1;
            if (sentence.get(at).tag().equals("B-ORG")) {
                var name = new StringBuilder(sentence.get(at).text());
                while (end < sentence.size() && sentence.get(end).tag().equals("I-ORG")) {
                    name.append(' ').append(sentence.get(end).text());
                    end++;
                }
                var now = names.computeIfAbsent(
                        name.toString(), old -> random.nextDouble() < renamed ? rename() : List.of());
                if (!now.isEmpty()) {
                    tokens.addAll(now);
                    names.put(name.toString(), later(now));
                    at = end;
                    continue;
                }
            }
            tokens.addAll(sentence.subList(at, end));
            at = end;
        }
        return tokens;
    }

    /** A new name, one in four times followed by its acronym in brackets. */
    private List<Token> rename() {
        var tokens = new ArrayList<Token>();
        var acronym = new StringBuilder();
        for (String part : any(PATTERNS).split(" ")) {
            for (String word : fill(part).split(" ")) {
                tokens.add(new Token(word, tokens.isEmpty() ? "B-ORG" : "I-ORG"));
                if (Character.isUpperCase(word.charAt(0))) {
                    acronym.append(word.charAt(0));
                }
            }
        }
        if (acronym.length() > 2 && random.nextInt(4) == 0) {
            tokens.add(new Token("(", "O"));
            tokens.add(new Token(acronym.toString(), "B-ORG"));
            tokens.add(new Token(")", "O"));
        }
        return tokens;
    }

    /** Once its acronym is known, that stands for the name. */
    private static List<Token> later(List<Token> name) {
        int size = name.size();
        return name.get(size - 1).text().equals(")") ? List.of(name.get(size - 2)) : name;
    }

    private String fill(String part) {
        switch (part) {
            case "P":
                return random.nextInt(4) == 0 ? any(PEOPLES) : any(PLACES);
            case "N":
                return any(FAMILIES);
            case "F":
                return any(FIELDS);
            case "B":
                return any(BODIES);
            case "X":
                return any(FIRMS);
            default:
                return part;
        }
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
