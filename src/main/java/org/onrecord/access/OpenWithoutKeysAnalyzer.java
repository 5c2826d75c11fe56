package org.onrecord.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how to listen for strangers safely. Made by Spring Boot, by name. */
class OpenWithoutKeysAnalyzer extends AbstractFailureAnalyzer<OpenWithoutKeys> {

    @Override
    protected FailureAnalysis analyze(Throwable root, OpenWithoutKeys cause) {
        return new FailureAnalysis(
                "OnRecord will not start: " + cause.getMessage() + ". Anyone could read and change the archive.",
                """
                Do one of these:

                  - make a key first, with the same settings, then start again:
                        java -jar onrecord.jar create-key --role admin --name "who it is for"
                  - have tokens checked: set spring.security.oauth2.resourceserver.jwt.issuer-uri
                  - listen on this machine only: leave server.address at 127.0.0.1
                """,
                cause);
    }
}
