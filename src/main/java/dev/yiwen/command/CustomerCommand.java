package dev.yiwen.command;

import dev.yiwen.audit.Erasure;
import dev.yiwen.audit.report.Report;
import dev.yiwen.audit.subject.CustomerExport;
import dev.yiwen.audit.subject.Subjects;
import dev.yiwen.command.argument.WritableFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What one customer asks about their own data; exit status 1 when it was refused, 2 when nobody was found or confirmed. */
@Command(
        name = "customer",
        mixinStandardHelpOptions = true,
        description = "Find a customer, hand out their data, or erase them.")
final class CustomerCommand {
    private final Instance<Subjects> subjects;
    private final Instance<CustomerExport> export;
    private final Instance<Erasure> erasure;

    CustomerCommand(Instance<Subjects> subjects, Instance<CustomerExport> export, Instance<Erasure> erasure) {
        this.subjects = subjects;
        this.export = export;
        this.erasure = erasure;
    }

    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = "List customers by id, the host application's id, telephone number or name.")
    int find(@Parameters(paramLabel = "WORDS", description = "what to look for, whole") String words) {
        var found = wait(subjects.get().find(words.strip()));
        found.forEach(it -> System.out.printf(
                "%s  %s  %s  %d conversations%s%n",
                it.id(),
                orDash(it.externalId()),
                orDash(it.name()),
                it.conversations(),
                it.hold() == null ? "" : "  HELD"));
        return found.isEmpty() ? 2 : 0;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Write all data of one customer into a ZIP file.")
    int export(
            @Parameters(paramLabel = "ID", description = "the customer's id; find prints it") UUID id,
            @Parameters(
                            converter = WritableFile.class,
                            paramLabel = "FILE",
                            description = "a new file, e.g. customer.zip")
                    Path file) {
        if (Files.exists(file)) {
            System.err.println(file + " exists; name a new file.");
            return 2;
        }
        print(wait(export.get().to(file, id, null)), "handed out");
        return 0;
    }

    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description = "Erase all data of one customer. Cannot be undone.")
    int erase(
            @Parameters(paramLabel = "ID", description = "the customer's id; find prints it") UUID id,
            @Option(names = "--yes", description = "do not ask") boolean yes) {
        if (wait(subjects.get().describe(List.of(id))).isEmpty()) {
            System.err.println("There is no such customer.");
            return 2;
        }
        wait(erasure.get().dryRun(id)).stream()
                .filter(line -> line.found() > 0)
                .forEach(line -> System.err.printf("%8d  %s%n", line.found(), line.name()));
        if (!yes && !confirmed(id, System.console())) {
            System.err.println("Nothing was erased.");
            return 2;
        }
        print(wait(erasure.get().erase(id, null)), "erased");
        return 0;
    }

    private static boolean confirmed(UUID id, @Nullable Console console) {
        if (console == null) {
            System.err.println("There is nobody to ask; --yes erases without asking.");
            return false;
        }
        return id.toString()
                .equals(console.readLine("This cannot be undone. Type the customer's id to erase all of it: ")
                        .strip());
    }

    private static void print(Report report, String done) {
        System.out.printf("Report %s of %s%n", report.id(), report.at());
        report.lines().stream()
                .filter(line -> line.found() > 0)
                .forEach(line -> System.out.printf(
                        "%8d found %8d %s %8d kept  %s%s%n",
                        line.found(),
                        line.done(),
                        done,
                        line.kept(),
                        line.name(),
                        line.why() == null ? "" : "  (" + line.why() + ")"));
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().indefinitely();
    }
}
