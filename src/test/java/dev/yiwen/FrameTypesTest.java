package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The pages' types of frames are those of the server's records. After a change of a record,
 * {@code ./mvnw test -Dtest=FrameTypesTest -Dframes.rewrite} writes them anew.
 */
class FrameTypesTest {
    private static final Path FILE = Path.of("src/main/web/common/frames.ts");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What {@code frames.ts} declares from a class; a class of another name is written out where it stands. */
    private static final Map<String, String> DECLARED = new LinkedHashMap<>();

    static {
        DECLARED.put("Author", "dev.yiwen.conversation.AuthorView");
        DECLARED.put("Owner", "dev.yiwen.conversation.OwnerView");
        DECLARED.put("Source", "dev.yiwen.conversation.Source");
        DECLARED.put("Attachment", "dev.yiwen.conversation.Attachment");
        DECLARED.put("Body", "dev.yiwen.conversation.Body");
        DECLARED.put("CallLine", "dev.yiwen.conversation.CallLine");
        DECLARED.put("Message", "dev.yiwen.conversation.MessageView");
        DECLARED.put("HandoffReason", "dev.yiwen.conversation.HandoffReason");
        DECLARED.put("ChatClientFrame", "dev.yiwen.channel.web.ChatFrame$FromClient");
        DECLARED.put("ChatServerFrame", "dev.yiwen.channel.web.ChatFrame$FromServer");
        DECLARED.put("Visitor", "dev.yiwen.handoff.desk.Visitor");
        DECLARED.put("Waiting", "dev.yiwen.handoff.desk.Lists$Waiting");
        DECLARED.put("Mine", "dev.yiwen.handoff.desk.Lists$Mine");
        DECLARED.put("TalkStep", "dev.yiwen.conversation.TalkSign$Step");
        DECLARED.put("TalkAlert", "dev.yiwen.conversation.TalkSign$Alert");
        DECLARED.put("Held", "dev.yiwen.handoff.wall.Held");
        DECLARED.put("Note", "dev.yiwen.handoff.note.Note");
        DECLARED.put("AgentClientFrame", "dev.yiwen.handoff.desk.AgentFrame$FromClient");
        DECLARED.put("AgentServerFrame", "dev.yiwen.handoff.desk.AgentFrame$FromServer");
        DECLARED.put("Suggestion", "dev.yiwen.assist.card.Suggestion");
        DECLARED.put("AssistServerFrame", "dev.yiwen.assist.AssistFrame");
        DECLARED.put("TicketServerFrame", "dev.yiwen.ticket.desk.TicketFrame");
    }

    @Test
    void pages_know_the_frames_as_the_server_writes_them() throws IOException {
        var declared = Files.readString(FILE);

        var generated = withDeclarations(declared);

        if (System.getProperty("frames.rewrite") != null) {
            Files.writeString(FILE, generated);
        } else {
            assertThat(declared).isEqualTo(generated);
        }
    }

    /** The file with each declaration replaced by the one that follows from its class. */
    private static String withDeclarations(String file) {
        var text = file;
        for (var entry : DECLARED.entrySet()) {
            var declaration = Pattern.compile(
                    "export (type|interface) " + entry.getKey() + "\\b.*?(?=\\n\\n|\\s*\\z)", Pattern.DOTALL);
            assertThat(text).as(entry.getKey()).containsPattern(declaration);
            text = declaration
                    .matcher(text)
                    .replaceFirst(Matcher.quoteReplacement(declaration(entry.getKey(), type(entry.getValue()))));
        }
        return text;
    }

    private static String declaration(String name, Class<?> type) {
        return type.isRecord()
                ? "export interface " + name + " {\n" + fields(type, "  ", "\n") + "\n}"
                : "export type " + name + " =\n" + union(type) + ";";
    }

    private static String union(Class<?> type) {
        var tag = type.getAnnotation(JsonTypeInfo.class).property();
        return Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
                .map(option -> "  | { " + tag + ": '" + option.name() + "'"
                        + (option.value().getRecordComponents().length == 0 ? "" : "; ")
                        + fields(option.value(), "", " ").replaceFirst(";$", "") + " }")
                .map(option -> option.replace("  }", " }"))
                .collect(Collectors.joining("\n"));
    }

    private static String fields(Class<?> record, String indent, String separator) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .map(component -> indent + field(component) + ";")
                .collect(Collectors.joining(separator));
    }

    private static String field(RecordComponent component) {
        var type = typescript(component.getGenericType());
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return component.getName() + ": " + type;
        }
        return component.getName() + (isLeftOutWhenNull(component) ? "?: " + type : "?: " + type + " | null");
    }

    private static boolean isLeftOutWhenNull(RecordComponent component) {
        var include = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static String typescript(Type type) {
        if (type instanceof ParameterizedType generic) {
            var last = typescript(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
            return generic.getRawType() == List.class ? array(last) : "Record<string, " + last + ">";
        }
        return typescript((Class<?>) type);
    }

    private static String array(String element) {
        return element.startsWith("'") ? "(" + element + ")[]" : element + "[]";
    }

    private static String typescript(Class<?> type) {
        var declared = DECLARED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(type.getName()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (declared.isPresent()) {
            return declared.get();
        }
        if (type == String.class || type == UUID.class || type == Instant.class || isWrapper(type)) {
            return "string";
        }
        if (type == Object.class) {
            return "unknown";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> "'" + JSON.convertValue(constant, String.class) + "'")
                    .collect(Collectors.joining(" | "));
        }
        return "{ " + fields(type, "", " ").replaceFirst(";$", "") + " }";
    }

    /** An id: JSON knows it by its one value. */
    private static boolean isWrapper(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
