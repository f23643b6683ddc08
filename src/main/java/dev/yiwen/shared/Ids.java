package dev.yiwen.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Makes identifiers: UUID version 7 (RFC 9562), so that keys sort by the time at which they were made. */
public final class Ids {
    private static final NoArgGenerator UUID_V7 = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return UUID_V7.generate();
    }
}
