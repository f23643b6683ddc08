package dev.yiwen.command.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * An operation as OpenAPI describes it, with a plausible value for whatever it takes.
 *
 * @param path with its parameters in braces
 * @param body its plausible fields as JSON; empty where there is no object of them
 */
record DescribedOperation(
        String method, String path, List<Parameter> parameters, String mediaType, Map<String, String> body) {
    static final String JSON = "application/json";
    private static final int DEEPEST = 5;

    /** @param place path, query or header */
    record Parameter(String name, String place, String plausible) {}

    static List<DescribedOperation> all(JsonNode description) {
        var all = new ArrayList<DescribedOperation>();
        for (var path : description.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (method.getValue().has("responses")) {
                    var shared = path.getValue().path("parameters");
                    all.add(of(description, method.getKey(), path.getKey(), method.getValue(), shared));
                }
            }
        }
        return all;
    }

    private static DescribedOperation of(
            JsonNode description, String method, String path, JsonNode operation, JsonNode shared) {
        var parameters = new ArrayList<Parameter>();
        for (var list : List.of(shared, operation.path("parameters"))) {
            for (var it : list) {
                var plausible = plausible(description, it.path("schema"), DEEPEST);
                parameters.add(
                        new Parameter(it.path("name").asText(), it.path("in").asText(), plausible.asText()));
            }
        }
        var content = operation.path("requestBody").path("content");
        var mediaType = content.has(JSON) || content.isEmpty()
                ? JSON
                : content.fieldNames().next();
        var body = new LinkedHashMap<String, String>();
        plausible(description, content.path(mediaType).path("schema"), DEEPEST)
                .properties()
                .forEach(it -> body.put(it.getKey(), it.getValue().toString()));
        return new DescribedOperation(
                method.toUpperCase(Locale.ROOT), path, parameters, content.isEmpty() ? "" : mediaType, body);
    }

    String name() {
        return method + " " + path;
    }

    boolean hasBody() {
        return !mediaType.isEmpty();
    }

    boolean takesNothing() {
        return parameters.isEmpty() && !hasBody();
    }

    private static JsonNode plausible(JsonNode description, JsonNode schema, int deep) {
        var json = JsonNodeFactory.instance;
        if (schema.has("$ref")) {
            return plausible(
                    description, description.at(schema.path("$ref").asText().substring(1)), deep);
        }
        for (var choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return plausible(description, schema.path(choice).path(0), deep);
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (type(schema)) {
            case "integer", "number" ->
                json.numberNode(Math.max(0, schema.path("minimum").asInt()));
            case "boolean" -> json.booleanNode(false);
            case "array" -> {
                var array = json.arrayNode();
                if (deep > 0) {
                    array.add(plausible(description, schema.path("items"), deep - 1));
                }
                yield array;
            }
            case "object" -> {
                var object = json.objectNode();
                if (deep > 0) {
                    schema.path("properties")
                            .properties()
                            .forEach(it -> object.set(it.getKey(), plausible(description, it.getValue(), deep - 1)));
                }
                yield object;
            }
            default -> json.textNode(text(schema));
        };
    }

    /** From OpenAPI 3.1 on, a list may say that it can be null, too. */
    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return StreamSupport.stream(type.spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(it -> !it.equals("null"))
                    .findFirst()
                    .orElse("");
        }
        return type.asText(schema.has("properties") ? "object" : "");
    }

    private static String text(JsonNode schema) {
        var format = schema.path("format").asText();
        return switch (format) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> LocalDate.now(java.time.ZoneOffset.UTC).toString();
            default -> "fuzz" + UUID.randomUUID().toString().substring(0, 8);
        };
    }
}
