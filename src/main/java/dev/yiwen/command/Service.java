package dev.yiwen.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** The service itself, until it is told to end. */
public final class Service implements QuarkusApplication {

    @Override
    public int run(String... arguments) {
        Quarkus.waitForExit();
        return 0;
    }
}
