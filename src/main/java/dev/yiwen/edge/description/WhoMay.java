package dev.yiwen.edge.description;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Who may call what, from the table that {@code ./yiwen attack} tries. */
record WhoMay(Map<String, Callers> operations) {
    private static final String TABLE = "/attack/operations.tsv";

    WhoMay {
        operations = Map.copyOf(operations);
    }

    /** @param roles as the table names them */
    record Callers(Set<String> roles) {
        Callers {
            roles = Set.copyOf(roles);
        }

        boolean everybody() {
            return roles.contains("EVERYBODY");
        }

        /** It asks for a login or a token itself. */
        boolean own() {
            return roles.contains("OWN");
        }

        boolean customers() {
            return roles.contains("CUSTOMER");
        }

        boolean systems() {
            return roles.contains("SYSTEM");
        }

        boolean telephony() {
            return roles.contains("TELEPHONY");
        }

        boolean staff() {
            return roles.stream()
                    .flatMap(it -> Stream.of(it.split("\\+", -1)))
                    .anyMatch(Set.of("AGENT", "EDITOR", "SUPERVISOR", "ADMIN")::contains);
        }

        String words() {
            return everybody()
                    ? "For everybody."
                    : own()
                            ? "Asks for a login or a token itself."
                            : "For " + String.join(", ", roles.stream().sorted().toList()) + ".";
        }
    }

    /** Of what is in no table nobody has decided; then it is as for staff. */
    Callers call(String method, String path) {
        return operations.getOrDefault(method + " " + path, new Callers(Set.of("ADMIN")));
    }

    static WhoMay read() {
        var operations = new HashMap<String, Callers>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WhoMay.class.getResourceAsStream(TABLE), TABLE), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(it -> operations.put(
                            it[0] + " " + it[1], new Callers(Set.copyOf(List.of(it[2].split(" ", -1))))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WhoMay(operations);
    }
}
