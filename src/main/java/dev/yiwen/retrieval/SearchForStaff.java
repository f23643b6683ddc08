package dev.yiwen.retrieval;

import dev.yiwen.knowledge.ArticleSearch;
import dev.yiwen.knowledge.Audience;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The customers' search, for whoever looks for an article. */
@Singleton
final class SearchForStaff implements ArticleSearch {
    private static final Logger LOG = Logger.getLogger(SearchForStaff.class);

    /** Cosine below which two texts have a subject in common at most, if they have no word in common either. */
    private static final double RELATED = 0.62;

    private static final int LONGEST = 200;

    /** A number or a name of a machine's means itself; what is near it in meaning is noise. */
    private static final Pattern CODE = Pattern.compile("\\P{IsHan}*\\d\\P{IsHan}*");

    private final Retrieval retrieval;

    SearchForStaff(Retrieval retrieval) {
        this.retrieval = retrieval;
    }

    @Override
    public Uni<List<Match>> find(String text, int limit) {
        var asked = text.strip();
        if (asked.isEmpty() || asked.length() > LONGEST || CODE.matcher(asked).matches()) {
            return Uni.createFrom().item(List.of());
        }
        return retrieval
                .search(asked, EnumSet.allOf(Audience.class), limit)
                .map(found -> found.candidates().stream()
                        .filter(it -> it.dense() >= RELATED)
                        .map(it -> new Match(it.article(), it.passage()))
                        .toList())
                .onFailure()
                .invoke(failure -> LOG.debug("The list of articles is searched by words alone", failure))
                .onFailure()
                .recoverWithItem(List.of());
    }
}
