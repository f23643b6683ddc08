package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Messages messages = new Messages();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            转人工                                       | Human agent
            正在为您转接人工客服，请稍候。                  | Handing you over to a person; one moment, please.
            人工客服小林已接入，为您服务。                  | 小林 has joined and will help you.
            AI 助手不再回答，请等候人工客服，您的排队位置不变。 | The assistant is silent now; your place in the queue is kept.
            24 小时内答复您。                             | We reply within 24 h.
            2 小时（工作时间）内联系您，3 个工作日内给出处理方案，5 个工作日内回访。\
             | We get in touch within 2 h of our hours, have a plan within 3 working day(s) and call back within 5 working day(s).
            留言已登记，工单号 1024。我们会在11月30日 09:05前联系您；如果超时，主管会收到提醒来跟进。您可以继续向 AI 助手提问。\
             | Your message is ticket 1024. We will get in touch by Nov 30 09:05; if that is late, a supervisor is told and follows it up. You can go on asking the assistant.
            """)
    void says_in_english_what_the_service_has_said(String chinese, String english) {
        assertThat(Translation.english(chinese)).contains(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "登录手机营业厅，首页就能看到余额。", "好的，已为您退出排队。", "30 分钟左右"})
    void leaves_to_others_what_they_have_said(String chinese) {
        assertThat(Translation.english(chinese)).isEmpty();
    }

    @Test
    void a_persons_words_in_a_text_of_ours_stay_as_they_are() {
        var words = "已经修好了，\n请重启（两次）。{words} $1";
        var chinese = messages.text("ticket.reply", Map.of("number", "7", "agent", "小林", "words", words));

        assertThat(Translation.english(chinese)).contains("Reply to ticket 7 (小林): " + words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "conversation", "ticket", "web"})
    void no_english_text_for_customers_has_chinese_in_it(String feature) {
        for (var key : messages.of(feature, Locale.ENGLISH)) {
            if (!key.endsWith(".cues")) {
                assertThat(messages.text(Locale.ENGLISH, key, Map.of())).as(key).doesNotContainPattern(HAN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "conversation", "ticket", "web"})
    void every_text_is_there_in_both_languages(String feature) {
        assertThat(messages.of(feature, Locale.ENGLISH)).isEqualTo(messages.of(feature, Locale.CHINESE));
    }
}
