package dev.yiwen.knowledge.importing.source;

import static dev.yiwen.knowledge.importing.source.OfficeXml.attribute;
import static dev.yiwen.knowledge.importing.source.OfficeXml.child;
import static dev.yiwen.knowledge.importing.source.OfficeXml.children;
import static dev.yiwen.knowledge.importing.source.OfficeXml.number;
import static dev.yiwen.knowledge.importing.source.OfficeXml.value;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Which paragraphs of a Word document are headings, and which are numbered, by themselves or by their styles. */
final class WordStyles {
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题|標題)\\s*([1-9])");
    private static final int BODY = 9;
    private static final int DEEPEST = 10;

    /** @param outline from 0, or {@link #BODY} */
    private record Style(
            String name, String basedOn, @Nullable Integer outline, String numbering, int depth) {}

    /** Of a paragraph. {@code level} is 0 for a title, 1 for the first heading, negative for text. */
    record Shape(int level, String numbering, int depth) {}

    private final Map<String, Style> styles = new HashMap<>();

    WordStyles(@Nullable Element root) {
        if (root == null) {
            return;
        }
        for (var style : children(root, "style")) {
            var paragraph = child(style, "pPr");
            var numbers = child(paragraph, "numPr");
            var outline = value(paragraph, "outlineLvl");
            styles.put(
                    attribute(style, "styleId"),
                    new Style(
                            value(style, "name").toLowerCase(Locale.ROOT),
                            value(style, "basedOn"),
                            outline.isEmpty() ? null : Integer.valueOf(number(outline, BODY)),
                            value(numbers, "numId"),
                            number(value(numbers, "ilvl"), 0)));
        }
    }

    Shape of(Element paragraph) {
        var own = child(paragraph, "pPr");
        var numbers = child(own, "numPr");
        var outline = value(own, "outlineLvl");
        int level = outline.isEmpty() ? -1 : level(number(outline, BODY));
        var numbering = value(numbers, "numId");
        int depth = number(value(numbers, "ilvl"), 0);
        var id = value(own, "pStyle");
        for (int i = 0; i < DEEPEST && styles.containsKey(id); i++) {
            var style = styles.get(id);
            if (level < 0 && outline.isEmpty()) {
                level = level(style);
            }
            if (numbering.isEmpty() && !style.numbering.isEmpty()) {
                numbering = style.numbering;
                depth = style.depth;
            }
            id = style.basedOn;
        }
        return new Shape(level, numbering, depth);
    }

    private static int level(Style style) {
        var named = HEADING.matcher(style.name);
        if (named.matches()) {
            return Integer.parseInt(named.group(1));
        }
        if (style.name.equals("title")) {
            return 0;
        }
        return style.outline == null ? -1 : level(style.outline);
    }

    private static int level(int outline) {
        return outline >= BODY ? -1 : outline + 1;
    }
}
