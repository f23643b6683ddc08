package dev.yiwen.shared;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the fields of a request, to people, in their language; {@code messages/problem.properties}. */
@Singleton
final class Violations {
    private static final String FIELD = "problem.field.";

    private final Messages messages;

    Violations(Messages messages) {
        this.messages = messages;
    }

    String sentences(Set<ConstraintViolation<?>> violations, Locale language) {
        return violations.stream()
                .map(it -> sentence(it, language))
                .distinct()
                .sorted()
                .collect(Collectors.joining(language.equals(Locale.CHINESE) ? "；" : "; "));
    }

    /** Of one that is not of the type that is wanted; empty when it is the whole. */
    String mismatch(String field, Locale language) {
        return field.isEmpty()
                ? messages.text(language, "problem.noBody", Map.of())
                : messages.text(language, "problem.type", Map.of("field", name(field, language)));
    }

    private String sentence(ConstraintViolation<?> violation, Locale language) {
        Path.@Nullable Node last = null;
        for (var node : violation.getPropertyPath()) {
            last = node;
        }
        var facts = violation.getConstraintDescriptor().getAttributes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> String.valueOf(it.getValue()), (one, other) -> one, HashMap::new));
        facts.put(
                "field",
                last == null || last.getName() == null
                        ? messages.text(language, "problem.body", Map.of())
                        : name(last.getName(), language));
        return messages.text(language, "problem." + key(violation), facts);
    }

    private static String key(ConstraintViolation<?> violation) {
        var kind = violation.getConstraintDescriptor().getAnnotation().annotationType();
        if (kind == NotNull.class) {
            return "missing";
        } else if (kind == NotBlank.class || kind == NotEmpty.class) {
            return "blank";
        } else if (kind == Size.class) {
            return violation.getInvalidValue() instanceof Collection ? "entries" : "length";
        } else if (kind == Min.class) {
            return "least";
        } else if (kind == Positive.class) {
            return "positive";
        } else if (kind == Max.class) {
            return "most";
        }
        return kind == Pattern.class ? "shape" : "wrong";
    }

    /** The last part of a path of fields, of a list the list's; one without a name for people keeps its own. */
    private String name(String path, Locale language) {
        var field = path.replaceFirst("(\\.\\[\\d+])+$", "");
        var last = field.substring(field.lastIndexOf('.') + 1);
        return messages.of("problem", language).contains(FIELD + last)
                ? messages.text(language, FIELD + last, Map.of())
                : last;
    }
}
