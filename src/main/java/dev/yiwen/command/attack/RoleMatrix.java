package dev.yiwen.command.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everybody tries every operation and every socket. Who may do what stands in {@code attack/operations.tsv}; an operation that
 * the service describes and the table does not know is a deviation, too: nobody has decided about it.
 */
final class RoleMatrix implements Probe {
    private static final String EVERYBODY = "EVERYBODY";
    /** Asks for a login or a token itself; other attacks are about these. */
    private static final String OWN = "OWN";

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    /** @param roles who may; {@code A+B} takes both at once */
    record Operation(String method, String path, Set<String> roles) {
        boolean isFor(String person) {
            return roles.contains(EVERYBODY)
                    || roles.contains(person)
                    || Stream.of(person.split("\\+", -1)).anyMatch(roles::contains);
        }

        String name() {
            return method + " " + path;
        }
    }

    @Override
    public String name() {
        return "roles × operations";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var result = new ProbeResult();
        var operations = operations();
        known(target, operations, result);
        var everybody = target.everybody();
        for (var operation : operations) {
            if (operation.roles().contains(OWN)) {
                continue;
            }
            boolean changed = false;
            for (var person : everybody.entrySet()) {
                if (operation.method().equals("SOCKET")) {
                    socket(target, operation, person, result);
                } else {
                    changed |= call(target, operation, person, result);
                }
            }
            // What was done may have ended the session that did it, and a sign-in costs more than all its requests.
            if (changed) {
                everybody = target.everybody();
            }
        }
        return result;
    }

    /** Whether something was done that is more than reading. */
    private static boolean call(
            Target target, Operation operation, Map.Entry<String, String> person, ProbeResult result)
            throws IOException, InterruptedException {
        var answer = target.call(person.getValue(), operation.method(), filled(operation.path()), "{}");
        boolean refused = REFUSED.contains(answer.statusCode());
        boolean held = operation.isFor(person.getKey())
                ? !refused && answer.statusCode() < 500
                : refused && (answer.statusCode() == 401 || !person.getKey().equals("NOBODY"));
        result.expect(held, person.getKey() + ": " + operation.name() + " gave " + answer.statusCode());
        return !operation.method().equals("GET") && answer.statusCode() < 400;
    }

    private static void socket(
            Target target, Operation operation, Map.Entry<String, String> person, ProbeResult result) {
        int status;
        try (var ignored = target.socket(filled(operation.path()), person.getValue())) {
            status = 101;
        } catch (FrameSocket.Refused e) {
            status = e.status();
        } catch (IOException e) {
            status = 0;
        }
        boolean held = operation.isFor(person.getKey()) ? status == 101 : REFUSED.contains(status);
        result.expect(held, person.getKey() + ": socket " + operation.path() + " gave " + status);
    }

    private static void known(Target target, List<Operation> operations, ProbeResult result)
            throws IOException, InterruptedException {
        var names = operations.stream().map(Operation::name).toList();
        for (var described : target.operations()) {
            result.expect(names.contains(described), "nobody has decided who may " + described);
        }
    }

    private static String filled(String path) {
        return path.replaceAll("/files$", "/files?name=a.txt&clientMessageId=a")
                .replaceAll("/avatars$", "/avatars?name=a.png")
                .replaceAll("/knowledge-imports$", "/knowledge-imports?name=a.csv")
                .replace("{seq}", "1")
                .replace("{number}", "1")
                .replace("{step}", "first")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    static List<Operation> operations() throws IOException {
        var stream = Objects.requireNonNull(RoleMatrix.class.getResourceAsStream("/attack/operations.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(it -> new Operation(it[0], it[1], Set.of(it[2].split(" "))))
                    .toList();
        }
    }
}
