package org.onrecord.api.problem;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 415: the body is of a type or encoding that is not read here. */
public class UnsupportedMedia extends Problem {

    /**
     * @param given the type or encoding sent
     * @param accepted what would be read
     */
    public UnsupportedMedia(String given, List<String> accepted) {
        super(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "Unsupported media type",
                "A body of " + given + " is not read here; send " + String.join(" or ", accepted) + ".");
        getHeaders().set(HttpHeaders.ACCEPT, String.join(", ", accepted));
    }
}
