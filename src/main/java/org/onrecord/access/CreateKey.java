package org.onrecord.access;

import java.io.PrintStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.database.OnlyTheDatabase;
import org.springframework.beans.BeansException;
import org.springframework.boot.DefaultApplicationArguments;

/**
 * The command {@code create-key --role admin --name "who it is for"}: makes a key while the service is not running, the
 * first one above all, and prints its secret. Takes the settings the service takes, to find the same database.
 */
public final class CreateKey {

    private static final String COMMAND = "create-key";

    private static final String USAGE = """
            usage: java -jar onrecord.jar create-key --role <reader|editor|admin> --name <who it is for>
                   [--expires-in <P90D>] [--onrecord.home=… or any other setting of the service]
            """;

    private CreateKey() {}

    /** Whether these arguments of the program ask for the command. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /**
     * Does what the arguments ask for.
     *
     * @return the program's exit code: 0 when the key was made, 1 when the archive cannot be opened, 2 when the arguments were not understood
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        var given = new DefaultApplicationArguments(joined(arguments));
        var role = role(single(given, "role"));
        var name = single(given, "name");
        Clock clock = Clock.systemUTC();
        if (role == null || name == null || name.isBlank() || name.length() > 100) {
            err.print(USAGE);
            return 2;
        }
        Instant expiresAt = null;
        var lifetime = single(given, "expires-in");
        if (lifetime != null) {
            try {
                expiresAt = lifetime.contains("T")
                        ? clock.instant().plus(Duration.parse(lifetime))
                        : clock.instant()
                                .atOffset(ZoneOffset.UTC)
                                .plus(Period.parse(lifetime))
                                .toInstant();
            } catch (DateTimeException notADuration) {
                err.println("--expires-in must be a duration like P90D");
                err.print(USAGE);
                return 2;
            }
        }
        try (var context = OnlyTheDatabase.open(AccessKeys.class, given.getSourceArgs())) {
            var made = context.getBean(AccessKeys.class).create(name, role, "command line", expiresAt);
            out.println(made.secret());
            err.println("This is the key of " + name + " (" + role.name().toLowerCase(Locale.ROOT) + ", id "
                    + made.key().id() + "). It is shown this once: keep it now.");
            return 0;
        } catch (BeansException refused) {
            // Spring has said why.
            err.println("No key was made. While the archive runs it makes keys itself: POST /api/v1/keys.");
            return 1;
        }
    }

    /** {@code --role admin} as {@code --role=admin}, which is how Spring reads options. */
    private static String[] joined(String[] arguments) {
        var joined = new ArrayList<String>();
        for (int i = 1; i < arguments.length; i++) {
            boolean takesNext = List.of("--role", "--name", "--expires-in").contains(arguments[i]);
            if (takesNext && i + 1 < arguments.length) {
                joined.add(arguments[i] + "=" + arguments[i + 1]);
                i++;
            } else {
                joined.add(arguments[i]);
            }
        }
        return joined.toArray(String[]::new);
    }

    private static @Nullable String single(DefaultApplicationArguments arguments, String option) {
        var values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    private static @Nullable Role role(@Nullable String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }
}
