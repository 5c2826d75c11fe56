package org.onrecord.search.language;

import java.util.List;

/**
 * What was typed, understood.
 *
 * @param warnings what was left out or taken otherwise than typed, for people; often empty
 */
public record ParsedQuery(Clause clause, List<String> warnings) {

    public ParsedQuery {
        warnings = List.copyOf(warnings);
    }

    /** The canonical spelling; parses to the same clause again. */
    public String canonical() {
        return clause.toString();
    }
}
