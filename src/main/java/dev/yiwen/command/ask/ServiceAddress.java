package dev.yiwen.command.ask;

import java.net.URI;
import picocli.CommandLine.Option;

/** Where the running service is; a mixin of the commands that talk to it. */
public final class ServiceAddress {

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:YIWEN_URL:-http://127.0.0.1:8080}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "The running service; else YIWEN_URL, else http://127.0.0.1:8080.")
    private String url = "";

    /** The address of a resource. */
    URI http(String path) {
        return base().resolve(path);
    }

    /** The address of a socket. */
    URI socket(String path) {
        var http = http(path);
        return URI.create(http.toString().replaceFirst("^http", "ws"));
    }

    CommandFailure notRunning() {
        return new CommandFailure("No service answers at " + base()
                + "; start it with ./yiwen run, or name another with --url or YIWEN_URL.");
    }

    /** Fails with a sentence when it is no address. */
    public URI base() {
        try {
            var base = URI.create(url.endsWith("/") ? url : url + "/");
            if (base.getHost() != null && ("http".equals(base.getScheme()) || "https".equals(base.getScheme()))) {
                return base;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new CommandFailure("The service's address must look like http://127.0.0.1:8080, not " + url + ".");
    }
}
