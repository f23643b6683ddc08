package dev.yiwen.channel.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.channel.voice.audio.SpokenSentences.Utterance;
import org.junit.jupiter.api.Test;

class SpokenSentencesTest {
    private final SpokenSentences sentences = new SpokenSentences("s");

    @Test
    void partial_words_grow_and_the_sentence_replaces_them() {
        assertThat(sentences.more("我的")).contains(new Utterance("s-1", "我的"));
        assertThat(sentences.more("款待")).contains(new Utterance("s-1", "我的款待"));
        assertThat(sentences.whole("我的宽带断了。")).contains(new Utterance("s-1", "我的宽带断了。"));
        assertThat(sentences.more("三天")).contains(new Utterance("s-2", "三天"));
    }

    @Test
    void what_turned_out_to_be_no_words_leaves_its_number_to_the_next() {
        sentences.more("嗯");

        assertThat(sentences.whole("")).isEmpty();
        assertThat(sentences.more("你好")).contains(new Utterance("s-1", "你好"));
    }

    @Test
    void of_a_sentence_that_is_cut_its_beginning_is_kept() {
        sentences.more("我的宽");

        assertThat(sentences.cut()).contains(new Utterance("s-1", "我的宽"));
        assertThat(sentences.cut()).isEmpty();
        assertThat(sentences.more("喂")).contains(new Utterance("s-2", "喂"));
    }
}
