package dev.yiwen.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** The application's entry: prepares the process for its command, then starts it. */
@QuarkusMain
public final class Main {
    /** Commands that work on the database in a process of their own: no port, and nothing but results on standard output. */
    private static final Set<String> OFFLINE = Set.of("import", "evaluate", "bench");

    private Main() {}

    /** Never returns. */
    public static void main(String... args) {
        var command = args.length == 0 ? "" : args[0];
        if (OFFLINE.contains(command)) {
            set("quarkus.http.host-enabled", "false");
            set("quarkus.log.console.stderr", "true");
            set("quarkus.log.console.json.enabled", "false");
            set("quarkus.log.level", "WARN");
            set("yiwen.knowledge.starter", "false");
        }
        if (command.equals("evaluate") && List.of(args).stream().noneMatch(Set.of("-h", "--help")::contains)) {
            ScratchSchema.open();
        }
        Quarkus.run(Application.class, args);
    }

    /** What the environment or the command line says stays. */
    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Runs the command line once the application is up. */
    static final class Application implements QuarkusApplication {
        private final CommandLine.IFactory factory;

        Application(CommandLine.IFactory factory) {
            this.factory = factory;
        }

        @Override
        public int run(String... args) {
            return new CommandLine(Yiwen.class, factory)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .execute(args);
        }
    }
}
