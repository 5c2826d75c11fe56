package org.onrecord.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.onrecord.api.DescribedOperation;
import org.onrecord.database.ArchiveTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what: every operation the archive describes, asked by every role and by nobody known. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestInstance(Lifecycle.PER_CLASS)
class EveryRoleIntegrationTests {

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    private static final Set<String> ALL_METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Asker nobody;
    private final Map<Role, Asker> known = new EnumMap<>(Role.class);

    @BeforeAll
    void giveKeys(@Autowired AccessKeys register) {
        HttpClient http = HttpClient.newHttpClient();
        nobody = new Asker(http, port, null);
        for (Role role : Role.values()) {
            String secret = register.create("a " + role, role, "test", null).secret();
            known.put(role, new Asker(http, port, secret));
        }
    }

    /** Null for what anybody may do. The rule once more, in other words than the service's own. */
    private static @Nullable Role needed(String method, String path) {
        if (!path.startsWith("/api/v1/")) {
            return null;
        }
        if (path.matches("/api/v1/(keys|audit|admin)(/.*)?")) {
            return Role.ADMIN;
        }
        boolean reads = method.equals("GET") || method.equals("HEAD") || path.equals("/api/v1/extract");
        return reads ? Role.READER : Role.EDITOR;
    }

    /** @param role null for nobody known */
    private record Cell(
            DescribedOperation operation, @Nullable Role role) {}

    @Test
    void everyOperationIsOpenToThoseWhoMayAndToNoOthers() throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (DescribedOperation operation : DescribedOperation.all(port)) {
            cells.add(new Cell(operation, null));
            for (Role role : Role.values()) {
                cells.add(new Cell(operation, role));
            }
        }
        assertThat(cells).hasSizeGreaterThan(4 * 40);
        var all = new SoftAssertions();
        for (Cell cell : cells) {
            check(all, cell);
        }
        all.assertAll();
    }

    private void check(SoftAssertions all, Cell cell) {
        DescribedOperation operation = cell.operation();
        Role needed = needed(operation.method(), operation.path());
        List<Long> before = stored();
        int status = ask(operation.method(), operation.path(), operation.exampleBody(), cell.role());
        var assertion = all.assertThat(status).as("%s by %s", operation, cell.role());
        if (needed == null || cell.role() != null && cell.role().compareTo(needed) >= 0) {
            assertion.isLessThan(500).isNotIn(401, 403);
            String described = Integer.toString(status);
            all.assertThat(operation.json().at("/responses").propertyNames())
                    .as("%s describes what it answers", operation)
                    .contains(described);
        } else {
            assertion.isEqualTo(cell.role() == null ? 401 : 403);
            all.assertThat(stored())
                    .as("%s by %s changes nothing", operation, cell.role())
                    .isEqualTo(before);
        }
    }

    /** Nobody gets by with a method the path does not have: that it is not there is all that is told. */
    @Test
    void noMethodGetsByOnAnyPath() throws IOException {
        var all = new SoftAssertions();
        for (String path : DescribedOperation.all(port).stream()
                .map(DescribedOperation::path)
                .distinct()
                .toList()) {
            for (String method : ALL_METHODS) {
                for (Role role : Role.values()) {
                    Role needed = needed(method, path);
                    if (needed != null && role.compareTo(needed) < 0) {
                        all.assertThat(ask(method, path, "", role))
                                .as("%s %s by %s", method, path, role)
                                .isIn(403, 404, 405);
                    }
                }
                if (needed(method, path) != null) {
                    all.assertThat(ask(method, path, "", null))
                            .as("%s %s by nobody", method, path)
                            .isIn(401, 404, 405);
                }
            }
        }
        all.assertAll();
    }

    private int ask(String method, String path, String body, @Nullable Role role) {
        String target = path.replace("{slug}", "nobody")
                        .replace("{number}", "1")
                        .replace("{code}", "not-found")
                        .replaceAll("\\{[^}]*}", NOBODY)
                + (path.endsWith("/by-url") ? "?url=https://example.org/" + role : "")
                + (path.endsWith("/suggest") ? "?q=x" : "");
        Asker asker = role == null ? nobody : known.get(role);
        boolean reads = method.equals("GET") || method.equals("HEAD");
        return asker.send(
                        method,
                        target,
                        body.isEmpty() ? null : body,
                        reads ? new String[0] : new String[] {"If-Match", "*"})
                .statusCode();
    }

    /** How much there is of everything, and how often it was changed. */
    private List<Long> stored() {
        return jdbc.sql("""
                        select count(*) from article union all select count(*) from quote
                        union all select count(*) from named_entity union all select count(*) from outlet
                        union all select count(*) from access_key union all select count(*) from audit_entry
                        """).query(Long.class).list();
    }
}
