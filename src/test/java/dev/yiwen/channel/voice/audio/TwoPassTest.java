package dev.yiwen.channel.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.channel.voice.audio.Recognised.More;
import dev.yiwen.channel.voice.audio.Recognised.NothingMore;
import dev.yiwen.channel.voice.audio.Recognised.Other;
import dev.yiwen.channel.voice.audio.Recognised.Sentence;
import dev.yiwen.channel.voice.audio.Recognised.Span;
import dev.yiwen.channel.voice.audio.Recognised.Unreadable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoPassTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TwoPass protocol = new TwoPass(JSON);

    @Test
    void begins_as_the_protocol_wants_it() throws JsonProcessingException {
        var frame = JSON.readTree(protocol.begin("s1", 8000, Map.of("云享家", 20)));

        assertThat(frame).isEqualTo(JSON.readTree("""
                {"mode":"2pass","wav_name":"s1","wav_format":"pcm","audio_fs":8000,"is_speaking":true,"chunk_interval":10,
                 "itn":true,"chunk_size":[5,10,5],"hotwords":"{\\"云享家\\":20}"}
                """));
    }

    @Test
    void sends_no_hot_words_where_there_are_none() {
        assertThat(protocol.begin("s1", 16000, Map.of())).doesNotContain("hotwords");
    }

    @Test
    void a_first_pass_brings_more_of_the_sentence() {
        assertThat(protocol.read("{\"mode\":\"2pass-online\",\"text\":\"我的宽\",\"wav_name\":\"s1\",\"is_final\":false}"))
                .isEqualTo(new More("我的宽"));
    }

    @Test
    void a_second_pass_brings_the_whole_and_when_it_was_spoken() {
        assertThat(protocol.read("""
                {"mode":"2pass-offline","text":" 我的宽带断了。","is_final":false,"timestamp":"[[430,670],[670,1130]]"}""")).isEqualTo(new Sentence("我的宽带断了。", Optional.of(new Span(430, 1130)), false));
    }

    @Test
    void takes_the_time_from_the_parts_of_a_sentence_too() {
        assertThat(protocol.read("""
                {"mode":"2pass-offline","text":"好的，谢谢。","is_final":true,
                 "stamp_sents":[{"text_seg":"好 的","punc":",","start":90,"end":400},{"text_seg":"谢 谢","punc":"。","start":500,"end":900}]}""")).isEqualTo(new Sentence("好的，谢谢。", Optional.of(new Span(90, 900)), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\"[[1\"", "[]", "\"[]\"", "[[5]]", "[[9,1]]", "[[-4,1]]", "null", "7", "\"nothing\""})
    void a_time_that_makes_no_sense_is_none(String timestamp) {
        assertThat(protocol.read("{\"mode\":\"2pass-offline\",\"text\":\"好\",\"timestamp\":" + timestamp + "}"))
                .isEqualTo(new Sentence("好", Optional.empty(), false));
    }

    @Test
    void marks_of_language_and_mood_are_no_words() {
        assertThat(protocol.read("{\"mode\":\"2pass-offline\",\"text\":\"<|zh|><|NEUTRAL|><|Speech|>你好。\\u0000\"}"))
                .isEqualTo(new Sentence("你好。", Optional.empty(), false));
    }

    @Test
    void knows_the_end_by_a_last_answer_without_words() {
        assertThat(protocol.read("{\"text\":\"\",\"wav_name\":\"s1\",\"is_final\":true}"))
                .isEqualTo(new NothingMore());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"mode\":\"2pass-online\",\"text\":\" \"}", "{\"mode\":\"3pass\",\"text\":\"x\"}"})
    void passes_over_what_says_nothing(String frame) {
        assertThat(protocol.read(frame)).isEqualTo(new Other());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "null", "{\"mode\":", "你好", "7"})
    void sees_garbage_as_such(String frame) {
        assertThat(protocol.read(frame)).isEqualTo(new Unreadable());
    }
}
