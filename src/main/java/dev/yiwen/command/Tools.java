package dev.yiwen.command;

import io.quarkus.runtime.QuarkusApplication;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Runs a command that works with the application's own parts on its database. */
public final class Tools implements QuarkusApplication {
    private final IFactory factory;

    Tools(IFactory factory) {
        this.factory = factory;
    }

    @Override
    public int run(String... arguments) {
        int code = Arguments.prepared(new CommandLine(Yiwen.class, factory)).execute(arguments);
        // What the start began and the end cuts off concerns nobody: it would bury what the command has just said.
        Logger.getLogger("").setLevel(Level.OFF);
        for (var handler : Logger.getLogger("").getHandlers()) {
            handler.setLevel(Level.OFF);
        }
        return code;
    }
}
