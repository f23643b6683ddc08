package dev.yiwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.reading.Slot;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Articles that sound alike and are about something else. */
@QuarkusTest
class StrangersTest {
    private static final Set<Audience> CUSTOMER = EnumSet.of(Audience.CUSTOMER);
    private static final double ANSWERS = 0.6;

    @Inject
    Articles articles;

    @Inject
    Retrieval retrieval;

    private static final String BRAND = "墨团猫舍";

    @Test
    void a_place_that_no_article_names_is_not_answered_with_another() {
        published(BRAND + "杭州门店的停车费怎么收？");
        var ningbo = published(BRAND + "宁波门店的停车费怎么收？");
        var asked = search(BRAND + "绍兴门店的停车费怎么收？");
        assertThat(asked.confidence()).isLessThan(ANSWERS);
        assertThat(asked.strangers())
                .extracting(it -> it.conflict().kind(), it -> it.conflict().asked())
                .contains(tuple(Slot.Kind.PLACE, "绍兴"));
        var named = search(BRAND + "宁波那家门店停车费怎么收呀");
        assertThat(named.candidates().getFirst().slug()).isEqualTo(ningbo);
    }

    @Test
    void a_sibling_that_was_ruled_out_spoils_no_confidence() {
        published(BRAND + "幼猫粮一天喂几次？");
        var alone = search(BRAND + "幼猫粮每天要喂几次呀").confidence();
        published(BRAND + "老猫粮一天喂几次？");
        assertThat(search(BRAND + "幼猫粮每天要喂几次呀").confidence()).isGreaterThanOrEqualTo(alone * 0.9);
    }

    @Test
    void the_opposite_is_no_answer() {
        published("怎么开启" + BRAND + "自动喂水？");
        published("怎么加入" + BRAND + "观察名单？");
        assertThat(search("怎么关闭" + BRAND + "自动喂水").confidence()).isLessThan(ANSWERS);
        assertThat(search("怎么不开启" + BRAND + "自动喂水").confidence()).isLessThan(ANSWERS);
        assertThat(search("怎么移出" + BRAND + "观察名单").confidence()).isLessThan(ANSWERS);
    }

    @Test
    void a_thing_that_no_article_says_is_not_answered_with_another_in_its_place() {
        published(BRAND + "缆车单程票多少钱？");
        var asked = search(BRAND + "观光车单程票多少钱");
        assertThat(asked.confidence()).isLessThan(ANSWERS);
        assertThat(asked.strangers())
                .extracting(
                        it -> it.conflict().kind(),
                        it -> it.conflict().asked(),
                        it -> it.conflict().known())
                .contains(tuple(Slot.Kind.WORD, "观光车", List.of("缆车")));
    }

    @Test
    void another_word_for_the_same_thing_is_answered() {
        published(BRAND + "行李箱密码忘了怎么办？");
        assertThat(search(BRAND + "箱子密码忘了怎么办").strangers()).isEmpty();
    }

    @Test
    void a_generation_that_no_article_speaks_of_is_not_answered_with_another() {
        published(BRAND + "5G项圈什么时候有？");
        assertThat(search(BRAND + "7G项圈什么时候有").confidence()).isLessThan(ANSWERS);
    }

    @Test
    void what_is_asked_as_where_is_asked_as_how() {
        var slug = published("怎么开启" + BRAND + "恒温猫窝？");
        var found = search("我想开启" + BRAND + "恒温猫窝，在哪里操作");
        assertThat(found.candidates().getFirst().slug()).isEqualTo(slug);
        assertThat(found.confidence()).isEqualTo(1);
    }

    @Test
    void an_offer_that_has_ended_is_not_answered_with_what_goes_on() {
        published(BRAND + "会员卡充值怎么充？");
        publishedUntilYesterday(BRAND + "会员卡充值送罐头活动怎么参加？");

        var asked = search(BRAND + "会员卡充值送罐头怎么弄");

        assertThat(asked.confidence()).isLessThan(ANSWERS);
        assertThat(asked.candidates()).noneMatch(it -> it.title().contains("罐头"));
        assertThat(asked.strangers())
                .extracting(it -> it.conflict().asked())
                .first()
                .asString()
                .isIn("罐头", "活动");
    }

    @Test
    void the_rule_of_this_year_answers_though_that_of_last_year_sounds_the_same() {
        var valid = published(BRAND + "寄养一天收多少钱？");
        publishedUntilYesterday(BRAND + "寄养一天要多少钱呀？");

        var asked = search(BRAND + "寄养一天得多少钱呀");

        assertThat(asked.candidates().getFirst().slug()).isEqualTo(valid);
        assertThat(asked.confidence()).isGreaterThanOrEqualTo(ANSWERS);
    }

    private Retrieved search(String words) {
        return retrieval.search(words, CUSTOMER, 8).await().indefinitely();
    }

    private String published(String question) {
        return published(question, null);
    }

    private void publishedUntilYesterday(String question) {
        published(question, HomeZone.today().minusDays(1));
    }

    private String published(String question, @Nullable LocalDate validTo) {
        var slug = "test/" + UUID.randomUUID();
        var draft = new ArticleDraft(
                question, List.of(), "答复：" + question, Audience.CUSTOMER, "通用", null, validTo, List.of());
        articles.create(slug, draft, "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();
        return slug;
    }
}
