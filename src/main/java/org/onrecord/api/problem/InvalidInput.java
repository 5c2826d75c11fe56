package org.onrecord.api.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** 400 or 422: the request says something that cannot be meant, and the answer says where and what. */
public class InvalidInput extends Problem {

    private static final String CODE = "invalid-input";
    private static final String TITLE = "The request is not valid";

    /** 400 for these faults. */
    public InvalidInput(List<Fault> faults) {
        super(HttpStatus.BAD_REQUEST, CODE, TITLE, detail(faults), faults);
    }

    private InvalidInput(HttpStatus status, String code, String title, List<Fault> faults) {
        super(status, code, title, detail(faults), faults);
    }

    /** 400 for one member of the body. */
    public static InvalidInput at(String pointer, String code, String message) {
        return new InvalidInput(List.of(Fault.at(pointer, code, message)));
    }

    /** 400 for one query parameter or header. */
    public static InvalidInput parameter(String name, String code, String message) {
        return new InvalidInput(List.of(Fault.parameter(name, code, message)));
    }

    /** 422: every part is well-formed, yet together they cannot be done (a span outside the body, for one). */
    public static InvalidInput unprocessable(List<Fault> faults) {
        return new InvalidInput(
                HttpStatus.UNPROCESSABLE_CONTENT, "unprocessable", "The request cannot be carried out", faults);
    }

    private static String detail(List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("invalid input without a fault");
        }
        var first = faults.get(0);
        var place = first.parameter() != null ? first.parameter() : first.pointer();
        var message = first.message();
        var said = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        var end = faults.size() > 1 ? "; and " + (faults.size() - 1) + " more." : said.endsWith("?") ? "" : ".";
        return (place == null || place.isEmpty() ? "" : place + ": ") + said + end;
    }
}
