package dev.yiwen.handoff.wrapup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.handoff.wrapup.CategoryModel.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CategoryModelTest {

    @Test
    void what_agents_file_again_and_again_against_the_rules_is_learnt() {
        var model = CategoryModel.fit(examples());

        assertThat(model.of("机顶盒没有画面", "broadband")).contains("television");
        assertThat(model.of("光猫红灯上不了网", "broadband")).contains("broadband");
    }

    @Test
    void a_category_that_came_up_twice_is_not_learnt() {
        var few = new ArrayList<>(examples());
        few.add(new Example("我要开专票", "invoices", "rare"));
        few.add(new Example("我要开专票", "invoices", "rare"));

        assertThat(CategoryModel.fit(few).of("我要开专票", "invoices")).isNotEqualTo(Optional.of("rare"));
    }

    @Test
    void words_that_nobody_has_used_are_filed_by_nothing() {
        assertThat(CategoryModel.fit(examples()).of("xyz", null)).isEmpty();
    }

    @Test
    void a_single_category_is_what_like_words_are_filed_as() {
        var examples = examples().stream()
                .filter(it -> it.category().equals("billing"))
                .toList();

        assertThat(CategoryModel.fit(examples).of("话费扣多了", null)).contains("billing");
    }

    @Test
    void the_order_of_the_examples_makes_no_difference() {
        var one = CategoryModel.fit(examples());
        var other = CategoryModel.fit(examples().reversed());

        assertThat(one.of("电视黑屏了", null)).isEqualTo(other.of("电视黑屏了", null));
    }

    private static List<Example> examples() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 5; i++) {
            examples.add(new Example("电视机顶盒黑屏没有画面" + i, "broadband", "television"));
            examples.add(new Example("光猫亮红灯宽带断了" + i, "broadband", "broadband"));
            examples.add(new Example("这个月话费多扣了" + i, "billing", "billing"));
        }
        return examples;
    }
}
