package org.onrecord.access;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a caller may do; each role may do all that those before it may. */
public enum Role {
    /** Reads and searches. */
    READER,
    /** Also writes. */
    EDITOR,
    /** Also gives keys away and sees who did what. */
    ADMIN;

    /** This role and those it includes, as Spring Security names them. */
    public List<GrantedAuthority> authorities() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
