package dev.yiwen.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All persons and numbers are invented. */
final class RedactionTest {

    @ParameterizedTest
    @CsvSource({
        "我是13812345678帮我查, 13812345678",
        "号码 +86 138-1234-5678, 138-1234-5678",
        "号码１３８１２３４５６７８, 13812345678",
        "身份证11010519491231002X, 11010519491231002X",
        "卡号6222021234567890123, 6222021234567890123",
        "卡号 6222 0212 3456 7890, 6222 0212 3456 7890",
        "发到 li.lei@example.com.cn 吧, li.lei@example.com.cn",
        "座机 0571-87654321, 0571-87654321",
        "座机(010)87654321, 87654321",
        "我的微信号是lilei_2046, lilei_2046",
        "加微信：wxid_abc123, wxid_abc123",
        "QQ号 123456789, 123456789",
        "护照号E12345678, E12345678",
        "车牌浙A12345, 浙A12345",
        "工单号 GD20261122001 处理到哪了, GD20261122001",
        "订单号：8837-2291-00, 8837-2291-00",
        "我叫李雷帮我查话费, 李雷",
        "我叫欧阳文雪。, 欧阳文雪",
        "联系人：韩梅梅，电话在上面, 韩梅梅",
        "户主是王小明的宽带, 王小明",
        "My name is Li Lei and I lost my card, Li Lei",
        "装到浙江省杭州市西湖区文三路138号5幢301室, 文三路138号5幢301室",
        "住在朝阳区建国路 88 号院, 建国路 88 号",
        "地址是人民路12号2单元501, 人民路12号",
        "幸福小区3栋2单元501没信号, 幸福小区3栋2单元501"
    })
    void hides_personal_data(String text, String value) {
        assertThat(Redaction.of(text).text()).doesNotContain(value).contains("[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10055",
                "99元套餐1000M",
                "2026年11月22日",
                "12315",
                "20GB流量用了3天",
                "户主是什么意思",
                "联系人怎么改",
                "机主变更要带什么",
                "姓名写错了怎么办",
                "微信怎么交话费",
                "微信公众号能办吗",
                "南京路营业厅几点开门",
                "订单号在哪里看",
                "光猫红灯1号2号灯都不亮",
                "主卡3号副卡4号一起改",
                "北京市的5G覆盖怎么样",
                "每月1号扣费还是20号扣费",
                "我叫你们处理了三次"
            })
    void leaves_what_is_not(String text) {
        assertThat(Redaction.of(text).text()).isEqualTo(text);
    }

    @Test
    void puts_back_what_it_hid() {
        var redaction = Redaction.of("把13812345678的套餐转给13987654321，不是13812345678");

        assertThat(redaction.text()).isEqualTo("把[手机号1]的套餐转给[手机号2]，不是[手机号1]");
        assertThat(redaction.restore("好的，[手机号2]")).isEqualTo("好的，13987654321");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[手机号3]", "[手机号 1]", "【手机号1】", "[手机号１]", "[手机号01]", "[邮箱1]", "[手机号]", "[手机号1"})
    void restores_nothing_from_a_token_that_is_not_its_own(String token) {
        var redaction = Redaction.of("13812345678和13987654321");

        assertThat(redaction.restore("号码" + token)).isEqualTo("号码" + token);
        assertThat(redaction.holdsForeignToken("号码" + token)).isTrue();
    }

    @Test
    void takes_a_token_that_a_person_typed_for_words() {
        var redaction = Redaction.of("[手机号1]是谁的，我是13812345678");

        assertThat(redaction.text()).isEqualTo("〔手机号1〕是谁的，我是[手机号1]");
        assertThat(redaction.restore(redaction.text())).isEqualTo("〔手机号1〕是谁的，我是13812345678");
    }
}
