package dev.yiwen.assist;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Where the assist may be shown. */
@ConfigMapping(prefix = "yiwen.assist")
interface AssistConfig {

    /**
     * Origins ({@code https://crm.example.com}) of the pages that may frame {@code /assist} and talk to it. Nobody else's,
     * when none is named.
     */
    Optional<Set<String>> origins();
}
