package dev.yiwen.command;

import io.quarkus.runtime.QuarkusApplication;
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
        return Arguments.prepared(new CommandLine(Yiwen.class, factory)).execute(arguments);
    }
}
