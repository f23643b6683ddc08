package dev.yiwen.command.wechat.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads and writes the fields of a pushed message, as XML or JSON. Strings are CDATA or strings, numbers are bare. */
public final class PushFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PushFields() {}

    /**
     * A list of groups of fields. In XML each stands as {@code List} within the element, in JSON there is one array
     * {@code List}.
     */
    public record Groups(String element, List<Map<String, Object>> groups) {}

    public static String write(PushForm.Format format, Map<String, Object> fields) {
        return switch (format) {
            case XML -> "<xml>" + xml(fields) + "</xml>";
            case JSON -> json(fields);
        };
    }

    private static String xml(Map<String, Object> fields) {
        var text = new StringBuilder();
        for (var field : fields.entrySet()) {
            if (field.getValue() instanceof Groups groups) {
                text.append('<').append(groups.element()).append('>');
                groups.groups()
                        .forEach(it -> text.append("<List>").append(xml(it)).append("</List>"));
                text.append("</").append(groups.element()).append('>');
            } else {
                text.append('<').append(field.getKey()).append('>');
                text.append(field.getValue() instanceof Number number ? number.toString() : cdata(field.getValue()));
                text.append("</").append(field.getKey()).append('>');
            }
        }
        return text.toString();
    }

    private static String cdata(Object value) {
        return "<![CDATA[" + value.toString().replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    private static String json(Map<String, Object> fields) {
        var flat = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> {
            if (value instanceof Groups groups) {
                flat.put("List", groups.groups());
            } else {
                flat.put(name, value);
            }
        });
        try {
            return JSON.writeValueAsString(flat);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of either format: the first character tells. Nested fields are named with dots, {@code Image.MediaId}. */
    public static Map<String, String> read(String body) throws PushCipher.Unreadable {
        var fields = new LinkedHashMap<String, String>();
        try {
            if (body.stripLeading().startsWith("{")) {
                collect("", JSON.readTree(body), fields);
            } else {
                collect("", root(body), fields);
            }
        } catch (IOException | SAXException e) {
            throw new PushCipher.Unreadable("neither XML nor JSON");
        }
        return fields;
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> fields) {
        for (var field : node.properties()) {
            if (field.getValue().isContainerNode()) {
                collect(prefix + field.getKey() + ".", field.getValue(), fields);
            } else {
                fields.put(prefix + field.getKey(), field.getValue().asText());
            }
        }
    }

    private static void collect(String prefix, Element element, Map<String, String> fields) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                if (inner.getElementsByTagName("*").getLength() > 0) {
                    collect(prefix + inner.getTagName() + ".", inner, fields);
                } else {
                    fields.put(prefix + inner.getTagName(), inner.getTextContent());
                }
            }
        }
    }

    private static Element root(String body) throws IOException, SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(body))).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
