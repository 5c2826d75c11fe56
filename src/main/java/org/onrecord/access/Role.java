package org.onrecord.access;

import java.util.Arrays;
import java.util.List;
import org.onrecord.api.Caller;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a caller may do; each role may do all that those before it may. */
public enum Role {
    /** Reads and searches what anybody may see. */
    READER,
    /** Also writes, and sees what is withheld from readers. */
    EDITOR,
    /** Also gives keys away and sees who did what. */
    ADMIN;

    /** A caller of this role. */
    public Caller caller(String id, String name) {
        return new Caller(id, name, compareTo(EDITOR) >= 0);
    }

    /** This role and those it includes, as Spring Security names them. */
    public List<GrantedAuthority> authorities() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
