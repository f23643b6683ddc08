package dev.yiwen;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command line of the packaged application. */
final class PackagedYiwen {

    /** Tests start it a hundred times and never let it run for long: the quick compiler alone halves what a start costs. */
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx600m", "--enable-native-access=ALL-UNNAMED");

    private PackagedYiwen() {}

    /** What starts the command that {@code words} name. */
    static List<String> command(String... words) {
        return command(List.of(), words);
    }

    /** The same with more options of the JVM, which win. */
    static List<String> command(List<String> options, String... words) {
        var jar = System.getProperty("yiwen.jar", "target/quarkus-app/quarkus-run.jar");
        if (!new File(jar).exists()) {
            throw new AssertionError(jar + " is not there: package the application first");
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(List.of(java), OPTIONS, options, List.of("-jar", jar), List.of(words))
                .flatMap(List::stream)
                .toList();
    }
}
