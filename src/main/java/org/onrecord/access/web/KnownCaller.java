package org.onrecord.access.web;

import org.onrecord.access.Role;
import org.onrecord.api.Caller;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A caller who has said who it is, and may do what its role may. */
final class KnownCaller extends AbstractAuthenticationToken {

    private final transient Caller caller;

    KnownCaller(Caller caller, Role role) {
        super(role.authorities());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.id();
    }

    /** Nothing: a secret is forgotten once it has opened the door. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
