package org.onrecord.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.onrecord.database.OnlyTheDatabase;
import org.springframework.beans.BeansException;

/**
 * The command {@code import FILE}: reads an export into an empty archive while the service is not running, so neither its
 * limits nor its deadlines apply and nobody sees half of it. {@code -} is the standard input. Takes the settings the
 * service takes, to find the same database.
 */
public final class ImportArchive {

    private static final String COMMAND = "import";

    private static final String USAGE = """
            usage: java -jar onrecord.jar import <an export, or - for the standard input>
                   [--onrecord.home=… or any other setting of the service]
            """;

    private ImportArchive() {}

    /** Whether these arguments of the program ask for the command. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /**
     * Does what the arguments ask for.
     *
     * @return the program's exit code: 0 when all was imported, 1 when nothing was, 2 when the arguments were not understood
     */
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
        List<String> files = Arrays.stream(arguments)
                .skip(1)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        if (files.size() != 1) {
            err.print(USAGE);
            return 2;
        }
        String file = files.get(0);
        String[] settings = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toArray(String[]::new);
        try (InputStream bytes = file.equals("-") ? in : Files.newInputStream(Path.of(file));
                var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
                var context = OnlyTheDatabase.open(ArchiveImport.class, settings)) {
            long rows = context.getBean(ArchiveImport.class).read(lines);
            out.println(rows + " rows were imported. The search index is built when the archive is started.");
            return 0;
        } catch (NotImported refused) {
            err.println(refused.getMessage() + " Nothing was imported.");
        } catch (IOException unreadable) {
            err.println(file + " cannot be read: " + unreadable.getMessage());
        } catch (BeansException refused) {
            // Spring has said why.
            err.println("Nothing was imported.");
        }
        return 1;
    }
}
