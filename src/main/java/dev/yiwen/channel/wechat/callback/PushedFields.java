package dev.yiwen.channel.wechat.callback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a body says, XML or JSON, by its names; of nested ones the path, as in {@code ScanCodeInfo.ScanType}, of repeated ones the
 * second as {@code name#2}. Whatever names there
 * are is kept, for the platform adds kinds and fields at any time. No document type is read, so no entity of anybody's either.
 */
public record PushedFields(Map<String, String> values) {
    private static final int MOST = 500;
    private static final int DEEPEST = 20;
    private static final XMLInputFactory XML = factory();
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    public PushedFields {
        values = Map.copyOf(values);
    }

    /** Empty for what is neither, or has a document type, or too much of anything. */
    public static Optional<PushedFields> read(String body) {
        var text = body.strip();
        try {
            return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
                case '<' -> Optional.of(new PushedFields(xml(text)));
                case '{' -> Optional.of(new PushedFields(json(text)));
                default -> Optional.empty();
            };
        } catch (XMLStreamException | JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty, too, for one that says nothing. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(it -> !it.isBlank());
    }

    public String or(String name, String otherwise) {
        return get(name).orElse(otherwise);
    }

    private static Map<String, String> xml(String text) throws XMLStreamException {
        var reader = XML.createXMLStreamReader(new StringReader(text));
        try {
            var found = new LinkedHashMap<String, String>();
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                refuseType(reader);
            }
            element(reader, null, found, 0);
            return found;
        } finally {
            reader.close();
        }
    }

    /** The reader stands at its beginning, and at its end afterwards. */
    private static void element(XMLStreamReader reader, @Nullable String path, Map<String, String> found, int depth)
            throws XMLStreamException {
        if (depth > DEEPEST || found.size() > MOST) {
            throw new XMLStreamException("Too much");
        }
        var words = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                    element(
                            reader,
                            path == null ? reader.getLocalName() : path + "." + reader.getLocalName(),
                            found,
                            depth + 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    words.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (path != null) {
                        found.put(free(path, found), words.toString().strip());
                    }
                    return;
                }
                default -> refuseType(reader);
            }
        }
    }

    private static String free(String path, Map<String, String> found) {
        if (!found.containsKey(path)) {
            return path;
        }
        int number = 2;
        while (found.containsKey(path + "#" + number)) {
            number++;
        }
        return path + "#" + number;
    }

    private static void refuseType(XMLStreamReader reader) throws XMLStreamException {
        if (reader.getEventType() == XMLStreamConstants.DTD
                || reader.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("No document types here");
        }
    }

    private static Map<String, String> json(String text) throws JsonProcessingException {
        var found = new LinkedHashMap<String, String>();
        JSON.readTree(text).fields().forEachRemaining(field -> {
            if (found.size() > MOST) {
                throw new IllegalArgumentException("Too much");
            }
            var value = field.getValue();
            if (value.isObject()) {
                value.fields()
                        .forEachRemaining(it -> found.put(
                                field.getKey() + "." + it.getKey(),
                                it.getValue().asText(it.getValue().toString())));
            } else if (!value.isNull()) {
                found.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
        return found;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        return factory;
    }
}
