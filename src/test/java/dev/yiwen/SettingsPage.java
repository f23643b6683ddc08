package dev.yiwen;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The interfaces of settings as Markdown: names and defaults from the classes, what they mean from the code's comments. */
final class SettingsPage {
    private record Setting(String property, String variable, String fallback, String meaning) {}

    private final DocTrees docs;
    private final Properties shortNames;

    /** By prefix: what is said of the group, and its settings in the order of the code. */
    private final Map<String, String> groups = new TreeMap<>();

    private final Map<String, List<Setting>> settings = new TreeMap<>();

    private SettingsPage(DocTrees docs, Properties shortNames) {
        this.docs = docs;
        this.shortNames = shortNames;
    }

    /** @param shortNames the further variable of a property */
    static String of(Path code, Properties shortNames) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var found = Files.walk(code)) {
            var mappings = found.filter(SettingsPage::isMapping).sorted().toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(mappings));
            var page = new SettingsPage(DocTrees.instance(task), shortNames);
            for (var unit : task.parse()) {
                page.add(unit);
            }
            return page.toMarkdown();
        }
    }

    private static boolean isMapping(Path file) {
        try {
            return file.toString().endsWith("Config.java")
                    && Files.readString(file).contains("@ConfigMapping");
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be read", e);
        }
    }

    private void add(CompilationUnitTree unit) {
        new TreePathScanner<@Nullable Void, @Nullable Class<?>>() {
            @Override
            public @Nullable Void visitClass(ClassTree tree, @Nullable Class<?> outer) {
                var type = type(
                        (outer == null ? unit.getPackageName() + "." : outer.getName() + "$") + tree.getSimpleName());
                var prefix = prefix(type);
                if (prefix.isPresent()) {
                    groups.put(prefix.get(), comment(getCurrentPath()));
                }
                return super.visitClass(tree, type);
            }

            @Override
            public @Nullable Void visitMethod(MethodTree tree, @Nullable Class<?> owner) {
                if (tree.getBody() == null && owner != null) {
                    addSetting(method(owner, tree.getName().toString()), comment(getCurrentPath()));
                }
                return null;
            }
        }.scan(unit, null);
    }

    private void addSetting(Method method, String meaning) {
        var prefix = prefix(method.getDeclaringClass());
        if (prefix.isEmpty()
                || method.getReturnType().isMemberClass()
                        && method.getReturnType().isInterface()) {
            return;
        }
        var property = prefix.get() + "." + kebab(method.getName());
        settings.computeIfAbsent(prefix.get(), it -> new ArrayList<>())
                .add(new Setting(
                        property,
                        shortNames.getProperty(
                                property, property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")),
                        fallback(method),
                        meaning));
    }

    /** Of a mapping, or of a group within one. */
    private static Optional<String> prefix(Class<?> type) {
        var mapping = type.getAnnotation(ConfigMapping.class);
        if (mapping != null) {
            return Optional.of(mapping.prefix());
        }
        var outer = type.getEnclosingClass();
        if (outer == null || !type.isInterface()) {
            return Optional.empty();
        }
        return Arrays.stream(outer.getDeclaredMethods())
                .filter(it -> it.getReturnType() == type)
                .findFirst()
                .flatMap(it -> prefix(outer).map(prefix -> prefix + "." + kebab(it.getName())));
    }

    private static String fallback(Method method) {
        var annotated = method.getAnnotation(WithDefault.class);
        if (annotated != null) {
            return "`" + annotated.value().replace(",", ", ") + "`";
        }
        return method.getReturnType() == Optional.class ? "none" : "must be set";
    }

    private String comment(TreePath path) {
        DocCommentTree comment = docs.getDocCommentTree(path);
        if (comment == null) {
            return "";
        }
        return comment.getFullBody().stream()
                .map(SettingsPage::text)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ");
    }

    private static String text(DocTree part) {
        return switch (part) {
            case TextTree plain -> plain.getBody().replace("|", "\\|");
            case LiteralTree literal -> "`" + literal.getBody().getBody().replace("|", "\\|") + "`";
            case LinkTree link -> "`" + kebab(link.getReference().getSignature().replaceAll("^.*#|\\(\\)$", "")) + "`";
            case ValueTree value -> "`" + constant(value.getReference().getSignature()) + "`";
            default -> part.toString();
        };
    }

    /** What {@code {@value …}} names is an English word in the code: the constant's own name says it well enough. */
    private static String constant(String reference) {
        return reference.replaceAll("^.*#", "").toLowerCase(Locale.ROOT);
    }

    private String toMarkdown() {
        var text = new StringBuilder();
        settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(entry -> {
                    text.append("\n## ").append(entry.getKey()).append("\n\n");
                    var about = groups.getOrDefault(entry.getKey(), "");
                    if (!about.isEmpty()) {
                        text.append(about).append("\n\n");
                    }
                    text.append("| setting | environment | default | |\n| --- | --- | --- | --- |\n");
                    entry.getValue()
                            .forEach(it -> text.append("| `%s` | `%s` | %s | %s |\n"
                                    .formatted(it.property(), it.variable(), it.fallback(), it.meaning())));
                });
        return text.toString();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, SettingsPage.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method method(Class<?> owner, String name) {
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(it -> it.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
