package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.yiwen.browser.Served.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.yiwen.identity.People;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer says it instead of writing it. */
@QuarkusTest
class VoiceJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final Pattern A_LENGTH = Pattern.compile("0:\\d\\d");

    @Inject
    People people;

    private final List<String> violations = new ArrayList<>();
    private Page customer;
    private Page agent;

    @BeforeEach
    void an_agent_serves_a_customer() {
        var both = Served.by(browser, people);
        customer = both.customer();
        agent = both.agent();
        for (var page : List.of(customer, agent)) {
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    violations.add(message.text());
                }
            });
        }
        customer.context().grantPermissions(List.of("microphone"));
    }

    @Test
    void a_voice_message_is_heard_by_its_sender_sent_and_heard_by_the_agent() {
        record(2);
        browser.picture(customer, "voice-recording-phone");
        button(customer, "停止").click();
        var own = customer.locator("yw-voice-recorder yw-voice");
        hear(own);
        browser.picture(customer, "voice-recorded-phone");

        button(customer, "发送语音").click();

        assertThat(customer.locator("yw-voice-recorder")).hasCount(0);
        var sent = customer.locator(".mine .bubble yw-voice");
        assertThat(sent.locator("button")).containsText(A_LENGTH);
        hear(sent);
        var heard = agent.locator("yw-conversation .bubble yw-voice");
        assertThat(heard.locator("button")).hasAttribute("aria-label", Pattern.compile("播放语音，\\d+ 秒"));
        hear(heard);
        browser.picture(customer, "voice-sent-phone");
        browser.picture(agent, "voice-console");
        Assertions.assertThat(violations).isEmpty();
    }

    @Test
    void a_recording_is_dropped_or_made_again() {
        record(0);
        button(customer, "取消").click();
        assertThat(customer.locator("yw-voice-recorder")).hasCount(0);
        assertThat(customer.locator("yw-composer textarea")).isFocused();

        record(0);
        button(customer, "停止").click();
        button(customer, "重录").click();

        assertThat(button(customer, "停止")).isVisible();
        button(customer, "取消").click();
        assertThat(customer.locator("yw-voice")).hasCount(0);
    }

    @Test
    void a_recording_ends_by_itself_after_a_minute() {
        customer.clock().install();
        customer.reload();
        record(0);

        customer.clock().fastForward(61_000);

        var own = customer.locator("yw-voice-recorder yw-voice button");
        assertThat(own).hasText("1:00");
        button(customer, "取消").click();
    }

    @Test
    void a_microphone_that_is_not_allowed_is_explained() {
        customer.evaluate("() => { navigator.mediaDevices.getUserMedia ="
                + " () => Promise.reject(new DOMException('no', 'NotAllowedError')); }");

        button(customer, "语音").click();

        assertThat(customer.locator("yw-voice-recorder")).containsText("没有使用麦克风的权限");
        browser.picture(customer, "voice-refused-phone");
        button(customer, "取消").click();
        assertThat(customer.locator("yw-composer textarea")).isVisible();
    }

    private void record(int seconds) {
        button(customer, "语音").click();
        assertThat(customer.locator("yw-voice-recorder [role=timer]"))
                .containsText(seconds == 0 ? A_LENGTH : Pattern.compile("0:0[" + seconds + "-9] / 1:00"));
    }

    /** Until it has come to its end. */
    private static void hear(Locator voice) {
        voice.locator("audio").evaluate("(audio) => { audio.heard = new Promise((end) => { audio.onended = end; }); }");
        voice.locator("button").click();
        voice.locator("audio").evaluate("(audio) => audio.heard.then(() => true)");
        assertThat(voice.locator("[role=alert]")).hasCount(0);
    }
}
