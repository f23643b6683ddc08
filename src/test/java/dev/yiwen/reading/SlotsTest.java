package dev.yiwen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlotsTest {

    @ParameterizedTest
    @CsvSource({
        "2024年的年会门票在哪领, 2025年年会门票怎么领, YEAR",
        "端午去要不要预约, 国庆期间要提前预约吗, FESTIVAL",
        "西安那家店停车多少钱, 成都门店停车费怎么收, PLACE",
        "去日本上网怎么收费, 韩国漫游怎么收费, COUNTRY",
        "t9箱子的密码忘了, 远行 t5 行李箱密码忘了怎么办, MODEL",
        "k1 max 怎么清洗, 青禾 k1 pro 怎么清洗, MODEL",
        "6g套餐多少钱, 云享 5g 套餐有哪些, MODEL",
        "299元的年卡能去哪些场馆, 199元年卡包含哪些场馆, AMOUNT",
        "怎么移出黑名单, 怎么加入黑名单, CONTRAST",
        "夜班几点下班, 夜班几点上班, CONTRAST",
        "怎么降低信用额度, 怎么提高信用额度, CONTRAST",
        "上传速度快怎么办, 上传速度慢怎么办, CONTRAST",
        "怎么不取消自动缴费, 怎么取消自动缴费, CONTRAST",
        "怎么才能不被取消自动缴费, 怎么取消自动缴费, CONTRAST",
        "我不想注销手机号码, 怎么注销手机号码, CONTRAST",
        "会员怎么不自动续费, 会员怎么自动续费, DENIAL",
        "可以不开专票吗, 可以开专票吗, DENIAL",
        "没有拆封的耳机能退吗, 拆封的耳机可以退货吗, DENIAL",
        "会员怎么取消自动续费, 会员怎么自动续费, DENIAL",
        "设备怎么解除锁定, 怎么把设备锁定, CONTRAST",
        "夏季几点开馆, 夏季几点闭馆, CONTRAST",
        "大型犬能入园吗, 小型犬可以入园吗, CONTRAST",
        "咖啡机出水怎么办, 咖啡机不出水怎么办, DENIAL",
        "15天无理由退货怎么办, 7天无理由退货怎么办理, AMOUNT",
        "我没打算开通自动配送, 怎么开通自动配送, CONTRAST",
        "能别给我开通自动配送吗, 怎么开通自动配送, CONTRAST",
        "自动配送能别给我开吗, 怎么开通自动配送, CONTRAST",
        "会员不想用了，怎么弄, 怎么开通会员, CONTRAST",
    })
    void what_a_title_is_not_about_is_a_conflict(String asked, String title, Slot.Kind kind) {
        assertThat(Slots.of(asked).conflict(Slots.of(title), List.of()).map(SlotConflict::kind))
                .contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "2025年年会的票怎么拿, 2025年年会门票怎么领",
        "年会门票怎么领, 2025年年会门票怎么领",
        "过年仓库休息几天, 春节仓库放假安排是什么",
        "k1 pro要怎么除垢, 青禾 k1 pro 咖啡机怎么除垢",
        "22岁能办青春卡吗, 25岁能办青春卡吗",
        "等了40分钟还没好, 半小时还没好怎么办",
        "8000元怎么付款, 单笔超过 5000 元怎么付款",
        "能不能取消自动缴费, 怎么取消自动缴费",
        "要不要取消自动缴费, 怎么取消自动缴费",
        "不会开通国际漫游怎么办, 怎么开通国际漫游",
        "不知道怎么开通国际漫游, 怎么开通国际漫游",
        "国际漫游开通不了, 怎么开通国际漫游",
        "怎么不开通国际漫游, 怎么关闭国际漫游",
        "怎么辨别红米手机真假, 怎样分辨红米手机真假",
        "想要特别点的礼物, 送什么特别的礼物",
        "都叫什么名字, 分别叫什么名字",
        "恢复通话要多久, 停机以后多久恢复",
        "网页打不开怎么办, 打开网页很慢怎么办",
        "取消宽带要赔多少, 提前拆宽带要赔多少",
        "可以不交保证金吗, 不交保证金可以吗",
        "3天没收到货怎么办, 15天没收到货怎么办",
        "特别开通的业务怎么查, 怎么开通特别业务",
        "宽带还没开怎么办, 怎么开通宽带",
    })
    void what_only_looks_so_is_none(String asked, String title) {
        assertThat(Slots.of(asked).conflict(Slots.of(title), List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "去日本玩上网多少钱, 欧洲漫游一天几块, 日本 28 元一天",
        "500兆宽带多少钱, 300m宽带多少钱, 500m宽带 99 元",
        "2024年的活动, 2025年的活动, 2024年已经结束",
    })
    void what_the_article_says_elsewhere_is_no_conflict(String asked, String title, String answer) {
        assertThat(Slots.of(asked).conflict(Slots.of(title), List.of(Slots.of(answer))))
                .isEmpty();
    }

    @Test
    void a_size_that_a_list_lacks_is_a_conflict() {
        var list = List.of(Slots.of("| 300m | 59 元 | 1000m | 99 元 |"));
        var title = Slots.of("宽带多少钱");
        assertThat(Slots.of("3000m的宽带多少钱").conflict(title, list)).isPresent();
        assertThat(Slots.of("1000m的宽带多少钱").conflict(title, list)).isEmpty();
        assertThat(Slots.of("宽带多少钱").conflict(title, list)).isEmpty();
        assertThat(Slots.of("3000m的宽带多少钱").conflict(title, List.of(Slots.of("300m 59 元"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"怎么开通和取消国际漫游, 怎么开通国际漫游", "300m升级到500m宽带多少钱, 300m宽带多少钱"})
    void one_of_two_that_are_asked_for_is_enough(String asked, String title) {
        assertThat(Slots.of(asked).conflict(Slots.of(title), List.of())).isEmpty();
    }
}
