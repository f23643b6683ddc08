package dev.yiwen.knowledge.importing.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Parts of Office documents as trees, by local names: their namespaces differ between the editions of the standard. */
final class OfficeXml {
    private OfficeXml() {}

    /** The root; nothing outside is looked at. */
    static Element root(byte[] part) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static List<Element> children(Node parent) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Node parent, String name) {
        return children(parent).stream().filter(it -> name(it).equals(name)).toList();
    }

    static @Nullable Element child(@Nullable Node parent, String name) {
        return parent == null
                ? null
                : children(parent, name).stream().findFirst().orElse(null);
    }

    static String name(Node element) {
        return element.getLocalName() == null ? element.getNodeName() : element.getLocalName();
    }

    /** An attribute by its local name; empty for none. */
    static String attribute(@Nullable Element element, String name) {
        if (element == null) {
            return "";
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (name(attributes.item(i)).equals(name)) {
                return attributes.item(i).getNodeValue();
            }
        }
        return "";
    }

    /** The {@code val} of a child; empty for none. */
    static String value(@Nullable Node parent, String child) {
        return attribute(child(parent, child), "val");
    }

    static int number(String text, int otherwise) {
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
