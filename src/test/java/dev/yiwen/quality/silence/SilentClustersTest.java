package dev.yiwen.quality.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiwen.knowledge.QuestionLikeness.Alike;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SilentClustersTest {
    private static final List<String> WORDS =
            List.of("改签按钮点了没反应，网站打不开", "网站改签一直失败", "我要改签，网站报错", "改签页面转圈", "发票抬头写错了没人管", "发票迟迟不开", "开发票要等多久，一直推", "你好");

    @Test
    void what_is_about_one_thing_is_together_under_the_words_that_tell_it() {
        var clusters = SilentClusters.of(talks(), alike(), Map.of());
        assertThat(clusters).hasSize(2);
        assertThat(clusters.get(0).talks()).hasSize(4);
        assertThat(clusters.get(0).words()).contains("改签", "网站").doesNotContain("发票", "一直");
        assertThat(clusters.get(1).words()).startsWith("发票");
    }

    @Test
    void a_cluster_keeps_its_id_while_it_shares_most_of_its_conversations() {
        var first = SilentClusters.of(talks(), alike(), Map.of());
        var before = new HashMap<UUID, UUID>();
        first.forEach(it -> it.talks().forEach(talk -> before.put(talk.conversation(), it.id())));
        before.remove(new UUID(1, 0));
        var second = SilentClusters.of(talks(), alike(), before);
        assertThat(second)
                .extracting(SilentClusters.Cluster::id)
                .containsExactly(first.get(0).id(), first.get(1).id());
        var other = new HashMap<UUID, UUID>();
        for (int i = 0; i < 10; i++) {
            other.put(new UUID(9, i), first.get(0).id());
        }
        other.put(new UUID(1, 0), first.get(0).id());
        assertThat(SilentClusters.of(talks(), alike(), other).get(0).id())
                .isNotEqualTo(first.get(0).id());
    }

    @Test
    void personal_data_figures_and_what_one_alone_says_are_no_topic() {
        assertThat(ClassWords.of(List.of(List.of("我的手机[手机号]退款 123", "退款[手机号] 123", "物流太慢")), 9))
                .containsExactly(List.of("退款"));
    }

    @Test
    void growth_is_the_last_week_over_the_mean_of_those_before() {
        assertThat(SilenceList.growth(List.of(1L, 2L, 3L, 6L))).isCloseTo(3, within(1e-9));
        assertThat(SilenceList.growth(List.of(0L, 0L, 0L, 6L))).isNull();
    }

    private static List<SilentTalk> talks() {
        var talks = new ArrayList<SilentTalk>();
        for (int i = 0; i < WORDS.size(); i++) {
            talks.add(new SilentTalk(new UUID(1, i), 1, Instant.EPOCH, "WEB", WORDS.get(i)));
        }
        return talks;
    }

    private static List<Alike> alike() {
        var pairs = new ArrayList<Alike>();
        for (int i = 0; i < WORDS.size() - 1; i++) {
            for (int j = i + 1; j < WORDS.size() - 1; j++) {
                if (i < 4 == j < 4) {
                    pairs.add(new Alike(i, j, 0.5));
                }
            }
        }
        return pairs;
    }
}
