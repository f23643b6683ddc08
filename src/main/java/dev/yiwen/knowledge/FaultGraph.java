package dev.yiwen.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of faults: which symptoms speak for which causes, and what helps. Read from articles, cases and corrections. */
public record FaultGraph(List<Node> nodes, List<Edge> edges) {

    public enum Kind {
        PRODUCT,
        /** What customers complain of, or the answer to a question. */
        SYMPTOM,
        CAUSE,
        ARTICLE,
        PROCEDURE
    }

    public enum Origin {
        FRONT_MATTER,
        /** A link in an article's text. */
        LINK,
        /** Confirmed cases alone. */
        CASE,
        EDITOR
    }

    /** @param name of an article its slug, of an answer {@link #answer} */
    public record Key(Kind kind, String name) {}

    /**
     * @param title what people read
     * @param question of which a symptom is an answer; empty when it is complained of
     * @param wordings of a symptom, its title first
     * @param article null for what is none
     * @param cases confirmed ones of a cause
     */
    public record Node(
            Key key,
            String title,
            String question,
            List<String> wordings,
            @Nullable ArticleId article,
            int cases) {
        public Node {
            wordings = List.copyOf(wordings);
        }
    }

    /** From symptom or product to cause, from cause to what helps, from article to article. {@code cases} bear it out. */
    public record Edge(Key from, Key to, Origin origin, int cases) {}

    public FaultGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** What an answer to a question is known by: answers such as 正常 belong to many. */
    public static String answer(String question, String title) {
        return question + " → " + title;
    }

    public Optional<Node> node(Key key) {
        return nodes.stream().filter(it -> Objects.equals(it.key(), key)).findFirst();
    }

    public List<Node> of(Kind kind) {
        return nodes.stream().filter(it -> it.key().kind() == kind).toList();
    }

    /** The nodes of a kind from which an edge leads to that node. */
    public List<Edge> to(Key key, Kind from) {
        return edges.stream()
                .filter(it -> it.to().equals(key) && it.from().kind() == from)
                .toList();
    }

    public List<Edge> from(Key key) {
        return edges.stream().filter(it -> it.from().equals(key)).toList();
    }
}
