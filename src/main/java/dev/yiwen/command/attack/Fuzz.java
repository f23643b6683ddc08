package dev.yiwen.command.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Sends to each operation that the service describes what no client of ours sends. Whatever it is, the answer is below 500,
 * and a refusal with a body is problem JSON of a stable type. It changes only what it made itself.
 */
final class Fuzz {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Its guesses at passwords count against that address alone. */
    private static final String ADDRESS = "127.0.0.203";

    /** Of what was made; other ids in an answer are other people's. */
    private static final List<String> WHERE_IDS_ARE = List.of("/id", "/staff/id", "/customerId");

    private static final Pattern STABLE_TYPE = Pattern.compile("urn:yiwen:problem:[a-z]+(?:-[a-z]+)*");

    /** It does what it should: it ends the session that the others need. */
    private static final String SIGN_OUT = "DELETE /api/v1/session";

    private final URI base;
    private final String administrator;
    private final String customer;
    private final Random random;
    private final HttpClient http;
    private final List<String> known = new ArrayList<>();

    /**
     * @param administrator token of a session
     * @param customer token of one who has that conversation
     */
    Fuzz(URI base, String administrator, String customer, String conversation, long seed) throws IOException {
        this.base = base;
        this.administrator = administrator;
        this.customer = customer;
        this.random = new Random(seed);
        this.http = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(ADDRESS))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        known.add(conversation);
    }

    /** One thing that is wrong with a request; the rest of it is plausible. */
    private record Wrong(DescribedOperation operation, Part part, String name, String value, byte[] bytes) {
        enum Part {
            PARAMETER,
            FIELD,
            BODY,
            CONTENT_TYPE,
            ACCEPT,
            METHOD
        }

        Wrong(DescribedOperation operation, Part part, String name, String value) {
            this(operation, part, name, value, new byte[0]);
        }

        boolean is(Part other, String otherName) {
            return part == other && name.equals(otherName);
        }

        String shown() {
            var text = part + " " + name + " = "
                    + (part == Part.BODY ? new String(bytes, StandardCharsets.US_ASCII) : value);
            return operation.name() + ", " + (text.length() > 120 ? text.substring(0, 120) + "…" : text);
        }
    }

    /** @param most requests, chosen by the seed among all there are */
    ProbeResult run(int most) throws IOException, InterruptedException {
        var result = new ProbeResult();
        var operations = DescribedOperation.all(described());
        result.expect(operations.size() > 10, "the service describes " + operations.size() + " operations");
        for (var operation : operations) {
            make(operation);
        }
        result.expect(known.size() > 3, "what is to be changed could not be made");

        var wrongs = new ArrayList<Wrong>();
        operations.stream()
                .filter(it -> !it.takesNothing() && !it.name().equals(SIGN_OUT))
                .forEach(it -> addTo(wrongs, it));
        Collections.shuffle(wrongs, random);
        var statuses = new TreeMap<Integer, Integer>();
        for (var wrong : wrongs.subList(0, Math.min(most, wrongs.size()))) {
            var answer = send(wrong);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            check(answer, wrong, result);
        }
        var still = http.send(plain("GET", "/api/v1/session").build(), BodyHandlers.ofString());
        result.expect(still.statusCode() == 200, "the session ended on the way: " + still.statusCode());
        result.figure("possible", wrongs.size());
        result.figure("statuses", statuses);
        return result;
    }

    /** A refusal that came before the whole body ends the connection, perhaps under the next request: that one goes again. */
    private HttpResponse<String> send(Wrong wrong) throws IOException, InterruptedException {
        var request = request(wrong);
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static void check(HttpResponse<String> answer, Wrong wrong, ProbeResult result) {
        var status = answer.statusCode();
        result.expect(status < 500, "HTTP " + status + ": " + wrong.shown());
        if (status >= 400 && status < 500 && !answer.body().isEmpty()) {
            result.expect(isProblem(answer), "HTTP " + status + " without a problem: " + wrong.shown());
        }
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        try {
            var problem = JSON.readTree(answer.body());
            return type.startsWith("application/problem+json")
                    && STABLE_TYPE.matcher(problem.path("type").asText()).matches()
                    && problem.path("status").asInt() == answer.statusCode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private JsonNode described() throws IOException, InterruptedException {
        var answer = http.send(plain("GET", "/q/openapi?format=json").build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode() + " to who asks what there is");
        }
        return JSON.readTree(answer.body());
    }

    /** One of each kind, so that some requests reach further than "There is no such …". */
    private void make(DescribedOperation operation) throws IOException, InterruptedException {
        if (operation.method().equals("POST") && operation.parameters().isEmpty() && operation.hasBody()) {
            var answer = http.send(request(new Wrong(operation, Wrong.Part.FIELD, "", "")), BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                var made = JSON.readTree(answer.body());
                for (var place : WHERE_IDS_ARE) {
                    if (!made.at(place).isMissingNode()) {
                        known.add(made.at(place).asText());
                    }
                }
            }
        }
    }

    private static void addTo(List<Wrong> wrongs, DescribedOperation operation) {
        for (var parameter : operation.parameters()) {
            var values = parameter.place().equals("header") ? HostileValues.headers() : HostileValues.encoded();
            values.forEach(it -> wrongs.add(new Wrong(operation, Wrong.Part.PARAMETER, parameter.name(), it)));
        }
        if (operation.hasBody()) {
            for (var field : operation.body().keySet()) {
                HostileValues.json().forEach(it -> wrongs.add(new Wrong(operation, Wrong.Part.FIELD, field, it)));
            }
            HostileValues.bodies().forEach(it -> wrongs.add(new Wrong(operation, Wrong.Part.BODY, "", "", it)));
            HostileValues.mediaTypes().forEach(it -> wrongs.add(new Wrong(operation, Wrong.Part.CONTENT_TYPE, "", it)));
        }
        HostileValues.mediaTypes().forEach(it -> wrongs.add(new Wrong(operation, Wrong.Part.ACCEPT, "", it)));
        List.of("PUT", "PATCH", "OPTIONS", "TRACE", "NONSENSE")
                .forEach(it -> wrongs.add(new Wrong(operation, Wrong.Part.METHOD, "", it)));
    }

    private HttpRequest request(Wrong wrong) {
        var operation = wrong.operation();
        var method = wrong.part() == Wrong.Part.METHOD ? wrong.value() : operation.method();
        var request = plain(method, address(wrong));
        for (var parameter : operation.parameters()) {
            if (parameter.place().equals("header")) {
                request.setHeader(
                        parameter.name(),
                        wrong.is(Wrong.Part.PARAMETER, parameter.name()) ? wrong.value() : parameter.plausible());
            }
        }
        if (wrong.part() == Wrong.Part.ACCEPT) {
            request.setHeader("Accept", wrong.value());
        }
        if (operation.hasBody()) {
            request.setHeader(
                    "Content-Type", wrong.part() == Wrong.Part.CONTENT_TYPE ? wrong.value() : operation.mediaType());
            request.method(
                    method,
                    wrong.part() == Wrong.Part.BODY
                            ? BodyPublishers.ofByteArray(wrong.bytes())
                            : BodyPublishers.ofString(body(wrong)));
        }
        return request.build();
    }

    private String address(Wrong wrong) {
        var path = wrong.operation().path();
        var query = new ArrayList<String>();
        for (var parameter : wrong.operation().parameters()) {
            var isWrong = wrong.is(Wrong.Part.PARAMETER, parameter.name());
            if (parameter.place().equals("path")) {
                var value = isWrong ? wrong.value() : random.nextInt(8) == 0 ? parameter.plausible() : id();
                path = path.replace("{" + parameter.name() + "}", value);
            } else if (parameter.place().equals("query") && (isWrong || random.nextBoolean())) {
                query.add(parameter.name() + "=" + (isWrong ? wrong.value() : parameter.plausible()));
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private String id() {
        return known.get(random.nextInt(known.size()));
    }

    private static String body(Wrong wrong) {
        var fields = new ArrayList<String>();
        for (Map.Entry<String, String> field : wrong.operation().body().entrySet()) {
            var value = wrong.is(Wrong.Part.FIELD, field.getKey()) ? wrong.value() : field.getValue();
            fields.add("\"" + field.getKey() + "\":" + value);
        }
        return "{" + String.join(",", fields) + "}";
    }

    private HttpRequest.Builder plain(String method, String address) {
        return HttpRequest.newBuilder(base.resolve(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + (address.startsWith("/api/v1/chat/") ? customer : administrator))
                .method(method, BodyPublishers.noBody());
    }
}
