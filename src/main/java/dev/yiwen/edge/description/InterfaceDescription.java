package dev.yiwen.edge.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Completes what is made of the resources, so that programs can be generated from it: names of operations and groups, who may
 * (as {@code attack/operations.tsv} says, which is tried), this installation's address, and how refusals look.
 */
@OpenApiFilter(stages = RunStage.RUNTIME_STARTUP)
public final class InterfaceDescription implements OASFilter {
    private final WhoMay whoMay = WhoMay.read();
    private final InterfaceExamples examples = InterfaceExamples.read();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var address = ConfigProvider.getConfig().getOptionalValue("yiwen.edge.public-url", String.class);
        api.setServers(List.of(OASFactory.createServer()
                .url(address.map(it -> it.replaceFirst("/+$", "")).orElse("/"))
                .description("This installation")));
        var components = api.getComponents();
        SecurityKinds.addTo(
                components, address.filter(it -> it.startsWith("https:")).isPresent());
        Refused.addTo(components);
        components.getSchemas().forEach(InterfaceDescription::asWritten);
        var groups = new TreeSet<String>();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation, groups)));
        api.setTags(groups.stream()
                .map(it -> OASFactory.createTag().name(it).description("Operations of " + it + "."))
                .toList());
        api.setSecurity(List.of());
    }

    /** Ids of ours are written as what they hold, which their types say to the JSON library alone. */
    private static void asWritten(String name, Schema schema) {
        var fields = schema.getProperties();
        if (name.endsWith("Id") && fields != null && fields.keySet().equals(Set.of("value"))) {
            schema.setProperties(null);
            schema.setType(List.of(Schema.SchemaType.STRING));
            schema.setFormat("uuid");
        }
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation, TreeSet<String> groups) {
        var named = OperationName.of(operation.getOperationId());
        operation.setOperationId(named.id());
        if (operation.getSummary() == null) {
            operation.setSummary(named.summary());
        }
        operation.setTags(List.of(named.group()));
        groups.add(named.group());
        var who = whoMay.call(method.name(), path);
        SecurityKinds.require(operation, who);
        if (operation.getDescription() == null) {
            operation.setDescription(who.words());
        }
        Refused.describe(operation, path, who);
        examples.addTo(operation);
    }
}
