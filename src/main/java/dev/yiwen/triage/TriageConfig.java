package dev.yiwen.triage;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of triage. */
@ConfigMapping(prefix = "yiwen.triage")
interface TriageConfig {

    /** The model of anger, as {@code ./yiwen evaluate triage … --fit} writes it, in place of the shipped one. */
    Optional<Path> anger();

    /** The model of satisfaction, as {@code ./yiwen evaluate satisfaction … --fit} writes it, in place of the shipped one. */
    Optional<Path> satisfaction();
}
