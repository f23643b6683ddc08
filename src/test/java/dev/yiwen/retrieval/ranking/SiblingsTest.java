package dev.yiwen.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.reading.SlotConflict;
import dev.yiwen.retrieval.text.Normaliser;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiblingsTest {

    @ParameterizedTest
    @CsvSource({
        "磨豆机能保几年, 青禾咖啡机保修几年？, 青禾磨豆机保修几年？",
        "白名单要怎么加入, 怎么加入黑名单？, 怎么加入白名单？",
        "学生票带哪个证, 儿童票要带什么证件？, 学生票要带什么证件？",
    })
    void a_sibling_that_the_query_names_rules_out_the_other(String query, String mine, String theirs) {
        assertThat(conflict(query, mine, theirs)).isPresent();
        assertThat(conflict(query, theirs, mine)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "保修几年, 青禾咖啡机保修几年？, 青禾磨豆机保修几年？",
        "咖啡机和磨豆机保修几年, 青禾咖啡机保修几年？, 青禾磨豆机保修几年？",
        "今年最流行的女装款式是什么, 今年女装最流行的是什么？, 今年最流行的连衣裙是什么？",
        "加湿器什么牌子好, 加湿器哪个牌子好？, 加湿器什么牌子好？",
        "宽带多少钱, 怎么查询话费, 宽带多少钱",
    })
    void what_it_does_not_tell_apart_stays(String query, String mine, String theirs) {
        assertThat(conflict(query, mine, theirs)).isEmpty();
    }

    private static Optional<SlotConflict> conflict(String query, String mine, String theirs) {
        return Siblings.conflict(Normaliser.key(query), Normaliser.key(mine), Normaliser.key(theirs));
    }
}
