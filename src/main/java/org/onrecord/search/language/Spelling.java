package org.onrecord.search.language;

import java.util.List;
import java.util.stream.Collectors;
import org.onrecord.search.language.Clause.AllOf;
import org.onrecord.search.language.Clause.AnyOf;

/** How clauses are written down in canonical form: parentheses only around lists inside something else. */
final class Spelling {

    private Spelling() {}

    static String joined(List<Clause> clauses, String separator) {
        return clauses.stream().map(Spelling::grouped).collect(Collectors.joining(separator));
    }

    static String grouped(Clause clause) {
        boolean list = clause instanceof AllOf || clause instanceof AnyOf;
        return list ? "(" + clause + ")" : clause.toString();
    }
}
