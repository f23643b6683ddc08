package dev.yiwen.command.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time by who used it, as Linux counts it ({@code proc(5)}); all of it is 0 elsewhere. It tells what an answer costs
 * however busy the machine is, and what the load and the database take away from the service.
 */
record Processor(Map<Part, Double> seconds) {

    /** Who used it. */
    enum Part {
        /** The service's threads that embed. */
        EMBED,
        /** All its other threads. */
        SERVICE,
        /** Those of its virtual machine that compile: much at first, little after minutes. */
        COMPILER,
        GARBAGE,
        /** PostgreSQL, if it runs on this machine. */
        DATABASE,
        /** The clients: this process. */
        LOAD;

        private static Part ofThread(String name) {
            if (name.startsWith("embed-")) {
                return EMBED;
            }
            if (name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler")) {
                return COMPILER;
            }
            return name.startsWith("GC Thread") || name.startsWith("G1 ") ? GARBAGE : SERVICE;
        }
    }

    private static final Path PROCESSES = Path.of("/proc");
    private static final double TICKS_A_SECOND = 100;
    /** Places after the name of user and system time in {@code stat}. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    /** So far, of the service with that process id. */
    static Processor of(long service) {
        var seconds = new EnumMap<Part, Double>(Part.class);
        tasks(service).forEach(task -> add(seconds, Part.ofThread(task.name()), task.seconds()));
        tasks(ProcessHandle.current().pid()).forEach(task -> add(seconds, Part.LOAD, task.seconds()));
        read(PROCESSES)
                .filter(it -> it.name().equals("postgres"))
                .forEach(it -> add(seconds, Part.DATABASE, it.seconds()));
        return new Processor(seconds);
    }

    /** What was used since then. */
    Processor since(Processor before) {
        var seconds = new EnumMap<Part, Double>(Part.class);
        this.seconds.forEach((part, now) -> seconds.put(part, Math.max(0, now - before.of(part))));
        return new Processor(seconds);
    }

    double of(Part part) {
        return seconds.getOrDefault(part, 0.0);
    }

    /** The compiler's share of all. */
    double compiling() {
        double all = seconds.values().stream().mapToDouble(it -> it).sum();
        return all == 0 ? 0 : of(Part.COMPILER) / all;
    }

    private record Task(String name, double seconds) {}

    private static Stream<Task> tasks(long process) {
        return read(PROCESSES.resolve(process + "/task"));
    }

    /** Of a folder with one folder a task. Some end while they are read. */
    private static Stream<Task> read(Path folder) {
        try (var tasks = Files.newDirectoryStream(folder, "[0-9]*")) {
            var read = Stream.<Task>builder();
            tasks.forEach(it -> task(it).ifPresent(read));
            return read.build();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Task> task(Path folder) {
        try {
            var stat = Files.readString(folder.resolve("stat"));
            int end = stat.lastIndexOf(')');
            var fields = stat.substring(end + 2).split(" ");
            double ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
            return Optional.of(new Task(stat.substring(stat.indexOf('(') + 1, end), ticks / TICKS_A_SECOND));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void add(Map<Part, Double> seconds, Part part, double more) {
        seconds.merge(part, more, Double::sum);
    }
}
