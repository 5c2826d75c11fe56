package org.onrecord.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One article as a newsroom would send it: its number stands in every part, and it quotes one person once.
 *
 * @param number which article of the trial this is
 */
record SentArticle(int number) {

    private static final JsonMapper JSON = new JsonMapper();

    String headline() {
        return "Council votes on bridge number " + number;
    }

    String json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("headline", headline());
        members.put("body", """
                The council of Eastbridge voted on Tuesday on what to do with bridge number %1$d, which has been closed since the spring.

                "We will rebuild bridge number %1$d before the winter comes," said Ana Ruiz, the mayor of Eastbridge.

                Work on bridge number %1$d is to begin next month. It carried eleven thousand cars a day before it was closed.""".formatted(number));
        // The three ways in which a second delivery is recognised: by URL, by the outlet's own id, by being the same.
        switch (number % 3) {
            case 0 -> members.put("url", "https://eastbridge.example/news/" + number);
            case 1 -> members.put("externalId", "eastbridge-" + number);
            default -> {}
        }
        return JSON.writeValueAsString(members);
    }
}
