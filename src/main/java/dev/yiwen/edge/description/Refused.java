package dev.yiwen.edge.description;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** How it is said that something does not work: RFC 9457, in one shape. */
final class Refused {
    private static final String SCHEMA = "Problem";
    private static final Map<String, String> KINDS = Map.of(
            "Invalid", "The request is not what is wanted; the detail names the field.",
            "Unauthenticated", "Nobody is signed in, or the key or token counts no more.",
            "Forbidden", "The role or the key does not allow this; the detail says what is missing.",
            "NotFound", "There is none of that id, or it is not for whoever asks.",
            "TooMany", "Too often; Retry-After says when to come back, in seconds.",
            "Failed", "Anything else that went wrong.");

    private Refused() {}

    static void addTo(Components components) {
        components.addSchema(
                SCHEMA,
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .description("RFC 9457: what went wrong, for programs in type, for people in detail.")
                        .required(List.of("type", "title", "status", "detail"))
                        .addProperty("type", text("urn:yiwen:problem:invalid"))
                        .addProperty("title", text("invalid"))
                        .addProperty(
                                "status",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.INTEGER)
                                        .format("int32")
                                        .examples(List.of(400)))
                        .addProperty("detail", text("question must not be blank")));
        KINDS.forEach((name, words) -> components.addResponse(
                name,
                OASFactory.createAPIResponse()
                        .description(words)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/problem+json",
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref("#/components/schemas/" + SCHEMA))))));
    }

    static void describe(Operation operation, String path, WhoMay.Callers who) {
        boolean takes = operation.getRequestBody() != null
                || operation.getParameters() != null
                        && !operation.getParameters().isEmpty();
        if (takes) {
            add(operation, "400", "Invalid");
        }
        if (!who.everybody()) {
            add(operation, "401", "Unauthenticated");
            add(operation, "403", "Forbidden");
        }
        if (path.contains("{")) {
            add(operation, "404", "NotFound");
        }
        if (who.systems() || who.own()) {
            add(operation, "429", "TooMany");
        }
        add(operation, "default", "Failed");
    }

    private static void add(Operation operation, String status, String kind) {
        operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + kind));
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).examples(List.of(example));
    }
}
