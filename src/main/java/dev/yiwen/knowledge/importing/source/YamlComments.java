package dev.yiwen.knowledge.importing.source;

import java.io.StringReader;
import java.util.OptionalInt;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Comments in YAML. To YAML, {@code 套餐 #1} is the text {@code 套餐} and a comment; its author hardly meant that. */
final class YamlComments {
    private YamlComments() {}

    /** The first line, from 1, on which a comment ends a value of one of those keys. */
    static OptionalInt lineOfCutText(String yaml, Set<String> keys) {
        var options = new LoaderOptions();
        options.setProcessComments(true);
        boolean inside = false;
        int lists = 0;
        boolean isKey = true;
        for (Event event : new Yaml(options).parse(new StringReader(yaml))) {
            switch (event) {
                case MappingStartEvent begin -> isKey = true;
                case SequenceStartEvent begin -> lists++;
                case SequenceEndEvent end -> {
                    lists--;
                    isKey = true;
                }
                case ScalarEvent scalar -> {
                    if (lists == 0) {
                        inside = isKey ? keys.contains(scalar.getValue()) : inside;
                        isKey = !isKey;
                    }
                }
                case CommentEvent comment -> {
                    if (inside && comment.getCommentType() == CommentType.IN_LINE) {
                        return OptionalInt.of(comment.getStartMark().getLine() + 1);
                    }
                }
                default -> {
                    // Nothing that begins or ends a value.
                }
            }
        }
        return OptionalInt.empty();
    }
}
