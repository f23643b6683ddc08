package dev.yiwen.knowledge.graph;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.FaultCause;
import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.FaultGraph.Edge;
import dev.yiwen.knowledge.FaultGraph.Kind;
import dev.yiwen.knowledge.FaultGraph.Node;
import dev.yiwen.knowledge.FaultGraph.Origin;
import dev.yiwen.knowledge.Procedure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the graph: what articles say, then what cases add, then what editors corrected, in that order. */
final class GraphDrawing {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+?)(?:\\.md)?(?:#[^)]*)?\\)");
    private static final Set<Kind> HELPS = EnumSet.of(Kind.ARTICLE, Kind.PROCEDURE);
    private static final String ANY_PRODUCT = "通用";

    private final Map<FaultGraph.Key, Node> nodes = new LinkedHashMap<>();
    private final Map<List<FaultGraph.Key>, Edge> edges = new LinkedHashMap<>();
    private final Map<String, Article> articles;

    private GraphDrawing(List<Article> articles) {
        this.articles =
                articles.stream().collect(Collectors.toMap(Article::slug, Function.identity(), (one, other) -> one));
    }

    /** @param articles those that state causes, and those that are {@link #named} */
    static FaultGraph of(List<Article> articles, List<CaseCount> cases, List<GraphCorrection> corrections) {
        var drawing = new GraphDrawing(articles);
        articles.forEach(drawing::causes);
        articles.forEach(drawing::links);
        cases.forEach(drawing::add);
        corrections.forEach(drawing::correct);
        return new FaultGraph(new ArrayList<>(drawing.nodes.values()), new ArrayList<>(drawing.edges.values()));
    }

    /** The slugs that articles with causes and corrections name. */
    static Set<String> named(List<Article> faults, List<GraphCorrection> corrections) {
        return Stream.of(
                        faults.stream().flatMap(it -> it.causes().stream()).flatMap(it -> it.solutions().stream()),
                        faults.stream().flatMap(GraphDrawing::linked),
                        corrections.stream()
                                .flatMap(it -> Stream.of(it.node(), it.to()))
                                .filter(it -> it != null && HELPS.contains(it.kind()))
                                .map(FaultGraph.Key::name))
                .flatMap(it -> it)
                .collect(Collectors.toSet());
    }

    private static Stream<String> linked(Article article) {
        return LINK.matcher(article.answer()).results().map(it -> it.group(1).replaceFirst("^(\\.{0,2}/)+", ""));
    }

    private void causes(Article article) {
        for (var cause : article.causes()) {
            var key = node(Kind.CAUSE, cause.cause(), "", List.of());
            product(cause, article)
                    .ifPresent(it -> edge(node(Kind.PRODUCT, it, "", List.of()), key, Origin.FRONT_MATTER));
            cause.symptoms().forEach(it -> edge(symptom("", it), key, Origin.FRONT_MATTER));
            cause.checks()
                    .forEach(check -> check.answers()
                            .forEach(it -> edge(symptom(check.question(), it), key, Origin.FRONT_MATTER)));
            (cause.solutions().isEmpty() ? Stream.of(article.slug()) : cause.solutions().stream())
                    .flatMap(it -> article(it).stream())
                    .forEach(it -> edge(key, it, Origin.FRONT_MATTER));
        }
    }

    private static Optional<String> product(FaultCause cause, Article article) {
        return Stream.of(cause.product(), article.product())
                .filter(it -> !it.isEmpty() && !it.equals(ANY_PRODUCT))
                .findFirst();
    }

    /** Between articles that are part of it, or from one that is. */
    private void links(Article article) {
        var own = articleKey(article);
        if (nodes.containsKey(own)) {
            linked(article)
                    .flatMap(it -> article(it).stream())
                    .filter(it -> !it.equals(own))
                    .forEach(it -> edge(own, it, Origin.LINK));
        }
    }

    private void add(CaseCount count) {
        var cause = new FaultGraph.Key(Kind.CAUSE, count.cause());
        var symptom = count.symptom();
        if (symptom == null) {
            nodes.computeIfPresent(cause, (key, it) -> counted(it, count.cases()));
            return;
        }
        var from = new FaultGraph.Key(Kind.SYMPTOM, symptom);
        if (nodes.containsKey(cause) && nodes.containsKey(from)) {
            edges.merge(
                    List.of(from, cause),
                    new Edge(from, cause, Origin.CASE, count.cases()),
                    (old, more) -> new Edge(from, cause, old.origin(), more.cases()));
        }
    }

    private static Node counted(Node it, int cases) {
        return new Node(it.key(), it.title(), it.question(), it.wordings(), it.article(), cases);
    }

    private void correct(GraphCorrection correction) {
        var key = correction.node();
        switch (correction.kind()) {
            case ADD_NODE ->
                added(key, Optional.ofNullable(correction.question()).orElse(""));
            case REMOVE_NODE -> remove(key);
            case RENAME_NODE -> rename(key, Objects.requireNonNull(correction.newName()));
            case ADD_EDGE -> connect(key, Objects.requireNonNull(correction.to()));
            case REMOVE_EDGE -> edges.remove(List.of(key, Objects.requireNonNull(correction.to())));
        }
    }

    private void added(FaultGraph.Key key, String question) {
        switch (key.kind()) {
            case ARTICLE, PROCEDURE -> article(key.name());
            case SYMPTOM -> symptom(question, key.name());
            case PRODUCT, CAUSE -> node(key.kind(), key.name(), "", List.of());
        }
    }

    /** Ends that are articles may be none of it yet; others must be there. */
    private void connect(FaultGraph.Key from, FaultGraph.Key to) {
        var end = nodes.containsKey(to) ? Optional.of(to) : article(to.name());
        if (nodes.containsKey(from)) {
            end.ifPresent(it -> edge(from, it, Origin.EDITOR));
        }
    }

    private void remove(FaultGraph.Key key) {
        nodes.remove(key);
        edges.keySet().removeIf(it -> it.contains(key));
    }

    private void rename(FaultGraph.Key key, String title) {
        var old = nodes.get(key);
        if (old == null || old.article() != null) {
            return;
        }
        var wordings = Stream.concat(
                        FaultCause.wordings(title).stream(),
                        old.wordings().stream().skip(1))
                .toList();
        var name = wordings.isEmpty() ? title : wordings.getFirst();
        var renamed = new FaultGraph.Key(
                key.kind(), old.question().isEmpty() ? name : FaultGraph.answer(old.question(), name));
        var moved = new ArrayList<>(edges.values());
        nodes.remove(key);
        nodes.merge(
                renamed, new Node(renamed, name, old.question(), wordings, null, old.cases()), (there, it) -> there);
        edges.clear();
        moved.forEach(it -> {
            var edge = new Edge(
                    it.from().equals(key) ? renamed : it.from(),
                    it.to().equals(key) ? renamed : it.to(),
                    it.origin(),
                    it.cases());
            edges.putIfAbsent(List.of(edge.from(), edge.to()), edge);
        });
    }

    private FaultGraph.Key symptom(String question, String text) {
        var wordings = FaultCause.wordings(text);
        var title = wordings.isEmpty() ? text : wordings.getFirst();
        return node(Kind.SYMPTOM, title, question, wordings);
    }

    private FaultGraph.Key node(Kind kind, String title, String question, List<String> wordings) {
        var key = new FaultGraph.Key(kind, question.isEmpty() ? title : FaultGraph.answer(question, title));
        nodes.merge(
                key,
                new Node(key, title, question, wordings, null, 0),
                (old, it) -> new Node(
                        key,
                        title,
                        question,
                        Stream.concat(old.wordings().stream(), wordings.stream())
                                .distinct()
                                .toList(),
                        null,
                        old.cases()));
        return key;
    }

    private Optional<FaultGraph.Key> article(String slug) {
        @Nullable Article article = articles.get(slug);
        return Optional.ofNullable(article).map(it -> {
            var key = articleKey(it);
            nodes.putIfAbsent(key, new Node(key, it.question(), "", List.of(), it.id(), 0));
            return key;
        });
    }

    private static FaultGraph.Key articleKey(Article article) {
        return new FaultGraph.Key(Procedure.of(article).isPresent() ? Kind.PROCEDURE : Kind.ARTICLE, article.slug());
    }

    private void edge(FaultGraph.Key from, FaultGraph.Key to, Origin origin) {
        edges.putIfAbsent(List.of(from, to), new Edge(from, to, origin, 0));
    }
}
