package dev.yiwen.triage.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmotionTest {
    private static final Emotion SHIPPED = Emotion.of(Optional.empty());
    private static final FitNote NOTE = new FitNote("made up", "this test");

    @TempDir
    Path folder;

    @Test
    void finds_a_rude_text_angrier_than_a_kind_one() {
        assertThat(alone(SHIPPED, "你到底想怎么样，凭什么骂我")).isGreaterThan(alone(SHIPPED, "今天天气真好，谢谢大家"));
    }

    @Test
    void reads_the_same_words_as_angrier_in_one_breath_with_angry_ones() {
        var angry = heard("你给我闭嘴", "凭什么", "你说");
        var calm = heard("晚上好", "吃饭了", "你说");

        assertThat(SHIPPED.ofCourse(angry, List.of(true, true, true)))
                .isGreaterThan(SHIPPED.ofCourse(calm, List.of(true, true, true)));
    }

    @Test
    void does_not_blame_a_speaker_for_what_the_other_says() {
        var provoked = heard("你给我闭嘴", "好的");
        var greeted = heard("您好", "好的");

        assertThat(SHIPPED.ofCourse(provoked, List.of(false, true)))
                .isEqualTo(SHIPPED.ofCourse(greeted, List.of(false, true)));
    }

    @Test
    void learns_what_texts_are_angry_here_from_labelled_ones() {
        var texts = new ArrayList<Labelled>();
        for (int i = 0; i < 40; i++) {
            texts.add(new Labelled("", words("红灯又亮了" + "一二三四五".charAt(i % 5)), true));
            texts.add(new Labelled("", words("绿灯又亮了" + "一二三四五".charAt(i % 5)), false));
        }

        var fitted = TextFit.of(SHIPPED, List.of(), texts, NOTE);

        assertThat(alone(fitted, "红灯")).isGreaterThan(fitted.textThreshold());
        assertThat(alone(fitted, "绿灯")).isLessThan(fitted.textThreshold());
    }

    @Test
    void learns_from_conversations_without_forgetting_what_texts_taught() {
        var talks = new ArrayList<List<Labelled>>();
        for (int i = 0; i < 40; i++) {
            talks.add(List.of(
                    new Labelled("甲", words("红灯又亮了"), true),
                    new Labelled("乙", words("绿灯又亮了"), false),
                    new Labelled("甲", words("嗯"), true)));
        }

        var fitted = TalkFit.of(SHIPPED, talks, NOTE);

        assertThat(fitted.ofCourse(hear(fitted, "红灯又亮了"), List.of(true)))
                .isGreaterThan(fitted.ofCourse(hear(fitted, "绿灯又亮了"), List.of(true)));
        assertThat(alone(fitted, "红灯又亮了")).isEqualTo(alone(SHIPPED, "红灯又亮了"));
    }

    @Test
    void says_how_it_was_made_and_reads_what_was_written() throws IOException {
        var file = folder.resolve("anger.json");
        new ObjectMapper().writeValue(file.toFile(), SHIPPED);

        var read = new ObjectMapper().readTree(file.toFile());

        assertThat(read.at("/alone/madeFrom").asText()).contains("even half");
        assertThat(read.at("/inTalk/madeBy").asText()).startsWith("./yiwen evaluate triage");
        assertThat(alone(Emotion.of(Optional.of(file)), "凭什么")).isEqualTo(alone(SHIPPED, "凭什么"));
    }

    @Test
    void refuses_a_model_that_was_made_for_other_signs() throws IOException {
        var file = folder.resolve("anger.json");
        ObjectNode model = new ObjectMapper().valueToTree(SHIPPED);
        Files.writeString(file, model.put("version", 0).toString());

        assertThatThrownBy(() -> Emotion.of(Optional.of(file))).rootCause().hasMessageContaining("fit it again");
    }

    private static double alone(Emotion model, String text) {
        return model.ofText(model.hear(words(text)));
    }

    private static List<TextScores> heard(String... texts) {
        return hear(SHIPPED, texts);
    }

    private static List<TextScores> hear(Emotion model, String... texts) {
        return List.of(texts).stream().map(it -> model.hear(words(it))).toList();
    }

    private static Words words(String text) {
        return new Words(text, 0);
    }
}
