package dev.yiwen.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            WELCOME      | {"type":"welcome","conversation":{"owner":{"kind":"bot"}}}
            ACKNOWLEDGED | {"type":"ack","clientMessageId":"q1","seq":1}
            ANSWER       | {"type":"message","message":{"seq":2,"author":{"kind":"bot"},"body":{"kind":"answer"}}}
            OVERLOADED   | {"type":"message","message":{"seq":2,"author":{"kind":"bot"},"body":{"kind":"notice","code":"bot-overloaded"}}}
            OTHER        | {"type":"message","message":{"seq":1,"author":{"kind":"customer"},"body":{"kind":"text"}}}
            OTHER        | {"type":"message","message":{"seq":2,"author":{"kind":"system"},"body":{"kind":"notice","code":"handoff"}}}
            QUEUED       | {"type":"owner","owner":{"kind":"queue"},"epoch":1}
            BACK         | {"type":"owner","owner":{"kind":"bot"},"epoch":2}
            OVERLOADED   | {"type":"error","code":"overloaded","detail":"稍后再试"}
            REFUSED      | {"type":"error","code":"too-fast","detail":"慢一点"}
            OTHER        | {"type":"typing","author":{"kind":"bot"}}
            """)
    void means_what_its_marks_say(Frame meaning, String text) {
        assertThat(Frame.of(text)).isEqualTo(meaning);
    }
}
