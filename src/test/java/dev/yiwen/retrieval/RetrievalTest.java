package dev.yiwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.index.Reindexing;
import dev.yiwen.retrieval.index.Viewer;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetrievalTest {
    private static final Set<Audience> CUSTOMER = EnumSet.of(Audience.CUSTOMER);
    private static final Set<Audience> AGENT = EnumSet.allOf(Audience.class);

    @Inject
    Articles articles;

    @Inject
    Retrieval retrieval;

    @Inject
    Reindexing reindexing;

    @Inject
    Pool pool;

    @Inject
    SearchCache cache;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final LocalDate today = HomeZone.today();

    @Test
    void finds_the_article_that_answers_a_question_in_other_words() {
        var slug = published("星桥" + mark + "猫粮多久送到", Audience.CUSTOMER, null, null);
        assertThat(found("星桥" + mark + "的猫粮什么时候能到货呀", CUSTOMER)).first().isEqualTo(slug);
    }

    @Test
    void answers_the_exact_question_without_embedding() {
        published("星桥" + mark + "猫粮多久送到？", Audience.CUSTOMER, null, null);
        var result = search("您好，请问星桥" + mark + "猫粮多久送到", CUSTOMER);
        assertThat(result.timings().embedMs()).isZero();
        assertThat(result.candidates()).hasSize(1);
    }

    @Test
    void keeps_agent_only_knowledge_from_a_customer() {
        var slug = published("星桥" + mark + "挽留话术", Audience.AGENT, null, null);
        assertThat(found("星桥" + mark + "挽留话术", CUSTOMER)).doesNotContain(slug);
        assertThat(found("星桥" + mark + "挽留的话术", CUSTOMER)).doesNotContain(slug);
    }

    @Test
    void shows_agent_only_knowledge_to_an_agent() {
        var slug = published("星桥" + mark + "挽留话术", Audience.AGENT, null, null);
        assertThat(found("星桥" + mark + "挽留的话术", AGENT)).contains(slug);
    }

    @Test
    void never_finds_what_expired_yesterday() {
        var slug = published("星桥" + mark + "春节优惠", Audience.CUSTOMER, null, today.minusDays(1));
        assertThat(found("星桥" + mark + "春节优惠", AGENT)).doesNotContain(slug);
        assertThat(found("星桥" + mark + "春节的优惠", AGENT)).doesNotContain(slug);
    }

    @Test
    void never_finds_what_becomes_valid_tomorrow() {
        var slug = published("星桥" + mark + "元旦优惠", Audience.CUSTOMER, today.plusDays(1), null);
        assertThat(found("星桥" + mark + "元旦优惠", AGENT)).doesNotContain(slug);
        assertThat(found("星桥" + mark + "元旦的优惠", AGENT)).doesNotContain(slug);
    }

    @Test
    void finds_what_is_valid_today_only() {
        var slug = published("星桥" + mark + "今日优惠", Audience.CUSTOMER, today, today);
        assertThat(found("星桥" + mark + "今天有啥优惠", CUSTOMER)).contains(slug);
    }

    @Test
    void finds_what_was_typed_by_sound() {
        var slug = published("星桥" + mark + "宽带怎么办理", Audience.CUSTOMER, null, null);
        assertThat(found("xingqiao" + mark + "kuandai怎么banli", CUSTOMER))
                .first()
                .isEqualTo(slug);
    }

    @Test
    void is_not_sure_of_names_that_nobody_wrote_of() {
        published("星桥" + mark + "怎么回事", Audience.CUSTOMER, null, null);
        assertThat(search("zzkx plmq怎么回事", CUSTOMER).confidence()).isLessThan(0.5);
    }

    @Test
    void indexes_again_what_lacks_its_tokens() {
        var slug = published("星桥" + mark + "补卡要带什么", Audience.CUSTOMER, null, null);
        pool.preparedQuery("""
                        update passage set tokens = null
                        where article_id = (select id from article where slug = $1)""")
                .execute(Tuple.of(slug))
                .chain(reindexing::complete)
                .await()
                .indefinitely();
        long without = pool.preparedQuery("""
                        select count(*) from passage p join article a on a.id = p.article_id
                        where a.slug = $1 and p.tokens is null""")
                .execute(Tuple.of(slug))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
        assertThat(without).isZero();
        assertThat(found("星桥" + mark + "补卡带啥", CUSTOMER)).first().isEqualTo(slug);
    }

    @Test
    void finds_nothing_in_a_text_without_words() {
        assertThat(search("？？ 😀", CUSTOMER).candidates()).isEmpty();
    }

    @Test
    void finds_a_repeated_question_without_embedding_it_again() {
        published("星桥" + mark + "猫砂多久送到", Audience.CUSTOMER, null, null);
        var first = search("星桥" + mark + "的猫砂什么时候能到呀", CUSTOMER);
        var second = search("星桥" + mark + "的猫砂什么时候能到呀", CUSTOMER);
        assertThat(first.timings().embedMs()).isPositive();
        assertThat(second).isEqualTo(first.keptFromBefore());
    }

    @Test
    void finds_what_was_published_since_the_question_was_asked_before() {
        var question = "星桥" + mark + "的狗粮什么时候能到呀";
        var before = found(question, CUSTOMER);
        var slug = published("星桥" + mark + "狗粮多久送到", Audience.CUSTOMER, null, null);
        assertThat(before).doesNotContain(slug);
        assertThat(found(question, CUSTOMER)).first().isEqualTo(slug);
    }

    @Test
    void keeps_nothing_that_was_searched_while_the_knowledge_changed() {
        var asked = new SearchCache.Asked("星桥" + mark, Viewer.today(CUSTOMER), 10);
        var old = search("？？", CUSTOMER);
        cache.orElse(asked, () -> {
                    published("星桥" + mark + "鱼粮", Audience.CUSTOMER, null, null);
                    return Uni.createFrom().item(new SearchCache.Fresh(old, true));
                })
                .await()
                .indefinitely();
        var searched = new AtomicBoolean();
        cache.orElse(asked, () -> {
                    searched.set(true);
                    return Uni.createFrom().item(new SearchCache.Fresh(old, true));
                })
                .await()
                .indefinitely();
        assertThat(searched).isTrue();
    }

    @Test
    void shows_no_customer_what_an_agent_asked_for_before() {
        var slug = published("星桥" + mark + "底价说明", Audience.AGENT, null, null);
        assertThat(found("星桥" + mark + "底价的说明", AGENT)).contains(slug);
        assertThat(found("星桥" + mark + "底价的说明", CUSTOMER)).doesNotContain(slug);
    }

    private String published(String question, Audience audience, @Nullable LocalDate from, @Nullable LocalDate to) {
        var slug = "test/" + UUID.randomUUID();
        var draft = new ArticleDraft(question, List.of(), "答复：" + question, audience, "通用", from, to, List.of());
        articles.create(slug, draft, "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();
        return slug;
    }

    private Retrieved search(String query, Set<Audience> visibleTo) {
        return retrieval.search(query, visibleTo, 10).await().indefinitely();
    }

    private List<String> found(String query, Set<Audience> visibleTo) {
        return search(query, visibleTo).candidates().stream()
                .map(Candidate::slug)
                .toList();
    }
}
