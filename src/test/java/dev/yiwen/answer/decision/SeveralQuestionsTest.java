package dev.yiwen.answer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.answer.reading.Reading;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.shared.Ids;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SeveralQuestionsTest {
    private static final double SURE = 0.6;

    @Test
    void takes_parts_that_have_an_article_each() {
        var whole = found("水费和电费怎么交", 0.9, "水费怎么交？");

        var chosen = chosen(whole, found("水费怎么交", 0.9, "水费怎么交？"), found("电费怎么交", 0.8, "电费怎么交？"));

        assertThat(questions(chosen)).containsExactly("水费怎么交", "电费怎么交");
    }

    @Test
    void keeps_a_part_open_that_no_article_answers() {
        var whole = found("水费和电费怎么交", 0.9, "水费怎么交？");

        var chosen = chosen(whole, found("水费怎么交", 0.9, "水费怎么交？"), found("电费怎么交", 0.2, "停电了怎么办？"));

        assertThat(questions(chosen)).containsExactly("水费怎么交", "电费怎么交");
    }

    @Test
    void takes_the_whole_when_one_article_speaks_of_both() {
        var whole = found("水费和电费怎么交", 0.9, "水费、电费怎么一起交？");

        var chosen = chosen(whole, found("水费怎么交", 0.9, "水费、电费怎么一起交？"), found("电费怎么交", 0.8, "电费账单怎么看？"));

        assertThat(questions(chosen)).containsExactly("水费和电费怎么交");
    }

    @Test
    void takes_the_whole_when_it_is_the_article_s_own_words() {
        var whole = found("水费和电费怎么交", 1, "两费合交怎么办理？");

        var chosen = chosen(whole, found("水费怎么交", 0.9, "水费怎么交？"), found("电费怎么交", 0.9, "电费怎么交？"));

        assertThat(questions(chosen)).containsExactly("水费和电费怎么交");
    }

    @Test
    void takes_the_whole_when_it_is_sure_of_another_matter_than_the_only_part_that_is() {
        var whole = found("水表和阀门之间漏水怎么办", 0.9, "接头漏水怎么办？");

        var chosen = chosen(whole, found("水表漏水怎么办", 0.7, "水表坏了怎么办？"), found("阀门之间漏水怎么办", 0.3, "接头漏水怎么办？"));

        assertThat(questions(chosen)).containsExactly("水表和阀门之间漏水怎么办");
    }

    @Test
    void drops_a_part_that_another_part_s_article_answers() {
        var whole = found("水管漏水怎么办，是什么原因", 0.3, "水管漏水怎么办？");

        var chosen = chosen(whole, found("水管漏水怎么办", 0.9, "水管漏水怎么办？"), found("水管漏水 是什么原因", 0.3, "水管漏水怎么办？"));

        assertThat(questions(chosen)).containsExactly("水管漏水怎么办");
    }

    @Test
    void keeps_a_part_open_that_hardly_finds_another_part_s_article() {
        var whole = found("水管漏水怎么办，多久能来人", 0.3, "水管漏水怎么办？");

        var chosen = chosen(whole, found("水管漏水怎么办", 0.9, "水管漏水怎么办？"), found("多久能来人", 0.1, "水管漏水怎么办？"));

        assertThat(questions(chosen)).containsExactly("水管漏水怎么办", "多久能来人");
    }

    @Test
    void asks_back_for_each_part_when_none_is_understood() {
        var whole = found("水表怎么验，阀门怎么换", 0.2, "水表不准怎么办？");

        var chosen = chosen(whole, found("水表怎么验", 0.4, "水表不准怎么办？"), found("阀门怎么换", 0.3, "阀门坏了找谁？"));

        assertThat(questions(chosen)).containsExactly("水表怎么验，阀门怎么换", "水表怎么验", "阀门怎么换");
    }

    private static LookupResult chosen(LookupResult whole, LookupResult... parts) {
        return SeveralQuestions.chosen(whole, List.of(parts), it -> it.confidence() >= SURE);
    }

    private static List<String> questions(LookupResult found) {
        return Stream.concat(Stream.of(found), found.further().stream())
                .map(LookupResult::question)
                .toList();
    }

    /** The title stands for the slug. */
    private static LookupResult found(String question, double confidence, String title) {
        var candidate = new Candidate(ArticleId.of(Ids.next()), title, title, 1, Audience.CUSTOMER, title, 0.8, 1, 1);
        return LookupResult.of(
                new Reading.Plain(question, Optional.empty(), false),
                question,
                new Retrieved(
                        question, List.of(candidate), confidence, List.of(), null, new Retrieved.Timings(0, 0, 0)));
    }
}
