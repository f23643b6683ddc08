package dev.yiwen.knowledge.editing;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleSearch;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list. */
public final class ListQuery {
    private static final int MOST_MEANT = 30;

    @QueryParam("q")
    @Nullable String text;

    @QueryParam("topic")
    @Nullable String topic;

    @QueryParam("state")
    @Nullable String state;

    @QueryParam("audience")
    @Nullable String audience;

    @QueryParam("product")
    @Nullable String product;

    @QueryParam("valid")
    @Nullable String valid;

    @QueryParam("page")
    @DefaultValue("0")
    int page;

    @QueryParam("size")
    @DefaultValue("50")
    int size;

    @QueryParam("sort")
    @Nullable String sort;

    @QueryParam("mine")
    boolean mine;

    @QueryParam("queue")
    @Nullable String queue;

    /** @param me who asks */
    public ArticleFilter filter(String me) {
        var order = constant(ArticleFilter.Sort.class, "sort", sort);
        return new ArticleFilter(
                text,
                topic,
                constant(Article.State.class, "state", state),
                constant(Audience.class, "audience", audience),
                product,
                constant(ArticleFilter.Validity.class, "valid", valid),
                mine ? me : null,
                constant(ArticleFilter.Queue.class, "queue", queue),
                order == null ? ArticleFilter.Sort.BEST : order,
                page,
                size);
    }

    /** Whether nothing is left out. */
    public boolean isAll() {
        return !mine
                && Stream.of(text, topic, state, audience, product, valid, queue)
                        .allMatch(it -> it == null || it.isBlank());
    }

    /** What the search by meaning adds to those that hold the words. */
    public Uni<List<ArticleSearch.Match>> meant(ArticleSearch search) {
        return text == null ? Uni.createFrom().item(List.of()) : search.find(text, MOST_MEANT);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name, @Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INVALID, name + " cannot be " + word);
        }
    }
}
