package dev.yiwen.quality.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What conversations are about, as a tree that editors keep as a whole; supervisors read it. */
@Path("/api/v1/topics")
final class TopicResource {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int MOST = 500;
    private static final int LONGEST = 100;

    private static final String FREE = """
            select member, sum(n)::bigint as n from figure_hour f
            where measure = 'CONTACTS' and dimension = 'TOPIC' and hour > now() - interval '90 days' and member <> ''
              and not exists (select from topic t where t.id = f.member)
              and member !~ '^topic-[0-9a-f]{8}$' -- one that was taken away, until its conversations are sorted anew
            group by 1 having sum(n) > 0 order by 2 desc, 1 limit 200
            """;

    private final Pool database;

    TopicResource(Pool database) {
        this.database = database;
    }

    /**
     * @param parent absent for one at the top
     * @param words categories of wrap-ups and topics of articles that lead to it; its own id does without being named
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Topic(String id, @Nullable String parent, String name, List<String> words) {
        Topic {
            words = words == null ? List.of() : List.copyOf(words);
        }
    }

    /** @param n of how many conversations of the last 90 days it is the matter */
    record FreeWord(String word, long n) {}

    /** Categories and articles' topics that lead to no topic, those that are met most first. */
    @GET
    @Path("/words")
    @RolesAllowed({Right.Names.EDIT, Right.Names.SUPERVISE})
    public Uni<List<FreeWord>> words() {
        return database.query(FREE)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new FreeWord(row.getString("member"), row.getLong("n")))
                        .toList());
    }

    @GET
    @RolesAllowed({Right.Names.EDIT, Right.Names.SUPERVISE})
    public Uni<List<Topic>> tree() {
        return database.query("select id, parent, name, words from topic order by id")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TopicResource::topic)
                        .toList());
    }

    /** Takes the place of the whole tree; conversations are counted anew, which takes a while. Fails with {@code INVALID}. */
    @PUT
    @RolesAllowed(Right.Names.EDIT)
    public Uni<List<Topic>> replace(@NotNull List<Topic> tree) {
        check(tree);
        return database.withTransaction(it -> it.query("delete from topic")
                        .execute()
                        .chain(() -> insert(it, tree))
                        .chain(() -> it.query(
                                        "insert into fact_due (conversation_id) select conversation_id from conversation_fact order by opened_at desc")
                                .execute()))
                .chain(this::tree);
    }

    /** Parents before children is what the reference wants. */
    private static Uni<Void> insert(SqlConnection transaction, List<Topic> tree) {
        if (tree.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var names = tree.stream()
                .map(it -> Tuple.of(it.id(), it.name().strip(), it.words().toArray(String[]::new)))
                .toList();
        var parents = tree.stream().map(it -> Tuple.of(it.id(), it.parent())).toList();
        return transaction
                .preparedQuery("insert into topic (id, name, words) values ($1, $2, $3)")
                .executeBatch(names)
                .chain(() -> transaction
                        .preparedQuery("update topic set parent = $2 where id = $1")
                        .executeBatch(parents))
                .replaceWithVoid();
    }

    private static void check(List<Topic> tree) {
        var parents = new HashMap<String, @Nullable String>();
        var words = new HashSet<String>();
        for (var topic : tree) {
            if (topic.id() == null || !ID.matcher(topic.id()).matches() || parents.containsKey(topic.id())) {
                throw wrong("Each topic has an id of its own: letters, digits and -.");
            }
            if (topic.name() == null
                    || topic.name().isBlank()
                    || topic.name().length() > LONGEST
                    || topic.name().indexOf('\0') >= 0) {
                throw wrong("Each topic has a name of at most " + LONGEST + " characters.");
            }
            for (var word : topic.words()) {
                if (word.isBlank() || word.length() > LONGEST || word.indexOf('\0') >= 0 || !words.add(word)) {
                    throw wrong("A word leads to one topic, and has at most " + LONGEST + " characters.");
                }
            }
            parents.put(topic.id(), topic.parent());
        }
        if (tree.size() > MOST || !parents.keySet().stream().allMatch(it -> standsInTree(it, parents))) {
            throw wrong("A parent is another topic of the tree, nobody is their own ancestor, and there are at most "
                    + MOST + ".");
        }
    }

    private static boolean standsInTree(String id, Map<String, @Nullable String> parents) {
        var seen = new HashSet<String>();
        for (var at = id; at != null; at = parents.get(at)) {
            if (!parents.containsKey(at) || !seen.add(at)) {
                return false;
            }
        }
        return true;
    }

    private static Problem wrong(String words) {
        return new Problem(Problem.Kind.INVALID, words);
    }

    private static Topic topic(Row row) {
        return new Topic(
                row.getString("id"),
                row.getString("parent"),
                row.getString("name"),
                List.of(Objects.requireNonNull(row.getArrayOfStrings("words"))));
    }
}
