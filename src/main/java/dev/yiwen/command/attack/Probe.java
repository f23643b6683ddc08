package dev.yiwen.command.attack;

import java.io.IOException;

/** One kind of attack. */
interface Probe {

    /** In a few words, for the table. */
    String name();

    /** Attacks. What it cannot do at all is an exception; what did not hold is part of the outcome. */
    ProbeResult on(Target target) throws IOException, InterruptedException;
}
