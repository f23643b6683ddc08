package dev.yiwen.assist.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Procedure.Speaker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoneWordsTest {

    @ParameterizedTest
    @CsvSource({
        "重启了光猫, 我刚才已经把光猫重启过了",
        "重启了光猫, 嗯光猫重启了还是不行",
        "重启了, 网不好我重启了三次",
        "重启了, 我没动过别的，就重启了一下",
        "重启了, 重启了怎么还是上不去",
        "报修过, 我昨天报修过一次了",
        "没收到短信, 我到现在还没有收到短信啊",
        "我要报修, 你好，我想报修",
        "能上网了, 好的现在能上网了",
        "一共三个月, 合约一共是三个月",
    })
    void what_a_customer_says_proves_it(String example, String said) {
        assertThat(new DoneWords(example).areIn(said, Speaker.CUSTOMER)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "重启了, 我没重启",
        "重启了, 还没来得及重启",
        "重启了光猫, 光猫我没有去重启啊",
        "重启了, 这个重启不了",
        "重启了, 重启了吗",
        "重启了, 要不要重启？",
        "重启了, 怎么重启",
        "重启了, 要是重启了还不行呢",
        "重启了, 我等会儿重启",
        "重启了, 我想重启",
        "重启了, 你帮我重启一下",
        "报修过, 我还没报修",
        "报修过, 报修了没有",
        "报修过, 有没有报修过",
        "没收到短信, 短信我收到了",
        "能上网了, 还是不能上网",
        "能上网了, 能上网了吗",
        "一共三个月, 合约一共是六个月",
        "退订流量包, 我没有订流量包",
        "我是机主本人, 我不是机主本人",
        "我是机主本人, 机主是我爱人",
    })
    void what_sounds_like_it_proves_nothing(String example, String said) {
        assertThat(new DoneWords(example).areIn(said, Speaker.CUSTOMER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "请问您是机主本人吗, 您好请问您这边是机主本人吗",
        "请您重启一下光猫, 您可以先把光猫重启一下试试",
        "有没有报过修, 之前有没有报过修呢？",
        "已经为您登记报修, 我这边已经给您登记好报修了，您看可以吗？",
        "已经为您派单, 单子已经帮您派单了您看行吗",
        "还有其他可以帮您的吗, 请问还有什么其他可以帮您的吗？",
    })
    void what_an_agent_says_proves_it(String example, String said) {
        assertThat(new DoneWords(example).areIn(said, Speaker.AGENT)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "已经为您派单, 目前还没有给您派单",
        "已经为您派单, 如果要派单我会通知您",
        "已经为您派单, 您要派单吗",
        "已经退费, 这个不能退费",
        "核对过证件号, 证件号还没核对",
    })
    void what_an_agent_has_not_done_proves_nothing(String example, String said) {
        assertThat(new DoneWords(example).areIn(said, Speaker.AGENT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', 好的", "重启了, ''", "重启了, ？？？", "的, 的"})
    void whoever_says_nothing_proves_nothing_or_what_is_there(String example, String said) {
        assertThat(new DoneWords(example).areIn(said, Speaker.CUSTOMER)).isEqualTo("的".equals(said));
    }
}
