package dev.yiwen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All persons and numbers are invented. */
final class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "手机138.0013.8000 | MOBILE",
                "手机 1 3 8 0 0 1 3 8 0 0 0 | MOBILE",
                "手机一三八零零一三八零零零 | MOBILE",
                "手机①③⑧００１３8000 | MOBILE",
                "验证码 839201 | SMS_CODE",
                "我是张伟 | NAME",
                "IMEI 862543041234567 | IMEI",
                "ICCID 89860012345678901234 | ICCID",
                "账号kd02512345678 | ACCOUNT",
                "订单号202611290012345678 | ORDER",
                "请联系136…1234…5678 | MOBILE",
                "手机：1-380-013-8000 | MOBILE",
                "收到839201这个验证码 | SMS_CODE",
                "839201是我的验证码 | SMS_CODE",
                "验证码八三九二零一 | SMS_CODE",
                "IMEI2为862543041234575 | IMEI",
                "卡号8986 0012 3456 7890 123 | ICCID",
                "查一下订单：DD2026112900123 | ORDER",
                "客户编号1029384756 | ACCOUNT",
                "我叫欧阳修远 | NAME",
                "我是何先生的妻子 | NAME"
            })
    void gives_a_number_its_own_label(String text, Kind kind) {
        assertThat(PersonalData.in(text)).extracting(PersonalDatum::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400-800-1234打不进",
                "等了3-5天",
                "24/7都断",
                "5/10Mbps",
                "7天24小时没人管",
                "400 8001 234打不通",
                "收到106912345678901发来的短信",
                "10086的验证码收不到",
                "验证码要6位数吗",
                "我是温州的",
                "我是程序员",
                "二零二六年办的",
                "1/2的流量没用",
                "3号楼没信号",
                "5G信号差",
                "张家口",
                "王者荣耀卡",
                "高速上没信号",
                "我是联通用户"
            })
    void leaves_what_is_nobodys(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }

    @Test
    void says_the_same_value_however_it_is_written() {
        assertThat(PersonalData.in("13812345678、138 1234 5678、+86-138-1234-5678、幺三八一二三四五六七八"))
                .extracting(PersonalDatum::value)
                .hasSize(4)
                .containsOnly("13812345678");
    }

    @Test
    void knows_where_in_the_text_as_it_was_written() {
        var text = "我的号码是１３８\u200B1234５６７８，谢谢";

        var found = PersonalData.in(text).getFirst();

        assertThat(text.substring(found.start(), found.end())).isEqualTo("１３８\u200B1234５６７８");
    }

    /** Each takes milliseconds; what backtracks takes hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "a", "1 ", "一", "张", "区", "我是", "手机号", "1号", "路1号", "1-", "a.", "a@", "::", "1.1.1.1", "验证码", "姓名",
                "省市区", "小区", "8986", "1年", "先生", "(", "\n"
            })
    void takes_time_in_proportion_to_the_text(String unit) {
        var text = unit.repeat(10_000 / unit.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThatCode(() -> PersonalData.all(text)).doesNotThrowAnyException());
    }
}
