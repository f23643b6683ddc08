package dev.yiwen.answer.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SentencesTest {

    @ParameterizedTest
    @MethodSource("drafts")
    void tells_a_sentence_from_its_citation(String draft, List<String> texts, List<Set<Integer>> cited) {
        for (int size : List.of(1, 2, 3, 100)) {
            var sentences = inParts(draft, size);

            assertThat(sentences)
                    .extracting(Sentence::text)
                    .as("parts of " + size)
                    .isEqualTo(texts);
            assertThat(sentences).extracting(Sentence::cited).isEqualTo(cited);
        }
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                Arguments.of("收取 10 元[1]。", List.of("收取 10 元。"), List.of(Set.of(1))),
                Arguments.of("收取 10 元。[1]请带证件。[2]", List.of("收取 10 元。", "请带证件。"), List.of(Set.of(1), Set.of(2))),
                Arguments.of("收取 10 元 [1][2]。", List.of("收取 10 元。"), List.of(Set.of(1, 2))),
                Arguments.of("收取 10 元【1，3】！好", List.of("收取 10 元！", "好"), List.of(Set.of(1, 3), Set.of())),
                Arguments.of(
                        "1. 打开 APP[1]\n2. 点办理[12]", List.of("1. 打开 APP\n", "2. 点办理"), List.of(Set.of(1), Set.of(12))),
                Arguments.of("给[手机号1]办理。[手机号2]不办。", List.of("给[手机号1]办理。", "[手机号2]不办。"), List.of(Set.of(), Set.of())),
                Arguments.of("见[1](http://a.example/)。", List.of("见[1](http://a.example/)。"), List.of(Set.of())));
    }

    @Test
    void keeps_a_sentence_back_until_its_citation_cannot_come_any_more() {
        var sentences = new Sentences();

        assertThat(sentences.add("收取 10 元。")).isEmpty();
        assertThat(sentences.add("[1")).isEmpty();
        assertThat(sentences.add("]请带"))
                .extracting(Sentence::text, Sentence::cited)
                .containsExactly(tuple("收取 10 元。", Set.of(1)));
    }

    private static List<Sentence> inParts(String draft, int size) {
        var sentences = new Sentences();
        var whole = new ArrayList<Sentence>();
        for (int i = 0; i < draft.length(); i += size) {
            whole.addAll(sentences.add(draft.substring(i, Math.min(draft.length(), i + size))));
        }
        whole.addAll(sentences.end());
        return whole;
    }
}
