package dev.yiwen.incident;

import dev.yiwen.triage.SaidWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether an incident concerns somebody, by rules that a supervisor can foresee; see decision 0130. */
final class ScopeReading {
    /** 断网险, 断网补偿: of the matter, and no case of it. */
    private static final String LOOK_ALIKE = "(?:险|保险|理赔|赔付|赔偿|补偿|补贴|测试|套餐|演练)";

    /** 没有断网: it is not so. */
    private static final String DENIED = "(?:没有?|并?未|不会|不是)";

    /** Somebody wants to buy or to change something … */
    private static final Pattern ERRAND =
            Pattern.compile("办理?|开通|新装|安装|报装|装[一个]|订购?|购买|想买|资费|多少钱|价格|优惠|续费|迁移|移机|销户|退订");

    /** … and nothing is broken. */
    private static final Pattern BROKEN = Pattern.compile(
            "断|坏|故障|掉线|上不了|打不开|连不上|用不了|登不上|收不到|发不出|不通|不能|不好使|没反应|没信号|没网|没电|没水|没气|很慢|太慢|卡|停[电水气]|异常|失败|中断|恢复|修");

    private ScopeReading() {}

    static Affected of(IncidentScope scope, Said said) {
        return matter(scope, said) ? place(scope, said).and(product(scope, said)) : Affected.NO;
    }

    /** Whether the words are of its matter, wherever the customer is. */
    static boolean matter(IncidentScope scope, Said said) {
        if (said.articles().stream().anyMatch(scope.articles()::contains)) {
            return said.about().stream().noneMatch(it -> isExcepted(scope, it));
        }
        return said.about().stream()
                .anyMatch(text -> !isExcepted(scope, text)
                        && scope.words().stream().anyMatch(word -> isSaid(word, text))
                        && (!ERRAND.matcher(text).find() || BROKEN.matcher(text).find()));
    }

    private static boolean isExcepted(IncidentScope scope, String text) {
        return scope.except().stream().anyMatch(word -> isSaid(word, text));
    }

    private static boolean isSaid(String word, String text) {
        return Arrays.stream(word.strip().split("[\\s+＋]+"))
                .allMatch(part -> SaidWords.form(withoutLookAlikes(text, part)).contains(SaidWords.form(part)));
    }

    private static String withoutLookAlikes(String text, String word) {
        return text.replaceAll(DENIED + Pattern.quote(word) + "|" + Pattern.quote(word) + LOOK_ALIKE, " ");
    }

    private static Affected place(IncidentScope scope, Said said) {
        return scope.regions().isEmpty()
                ? Affected.YES
                : heard(said.before(), said.area(), scope.regions(), Places::names, Places::namesAnother);
    }

    private static Affected product(IncidentScope scope, Said said) {
        if (scope.products().isEmpty()) {
            return Affected.YES;
        }
        BiPredicate<String, String> names =
                (text, product) -> text.toLowerCase(Locale.ROOT).contains(product.toLowerCase(Locale.ROOT));
        var spoken = heard(said.before(), null, scope.products(), names, (text, product) -> false);
        if (spoken == Affected.YES || said.product() == null) {
            return spoken;
        }
        var known = said.product();
        return scope.products().stream().anyMatch(it -> names.test(known, it)) ? Affected.YES : Affected.NO;
    }

    /** What the customer said last goes before what the systems know. */
    private static Affected heard(
            List<String> said,
            @Nullable String known,
            List<String> names,
            BiPredicate<String, String> here,
            BiPredicate<String, String> elsewhere) {
        for (var text : said.reversed()) {
            var told = one(text, names, here, elsewhere);
            if (told != Affected.MAYBE) {
                return told;
            }
        }
        return known == null ? Affected.MAYBE : one(known, names, here, elsewhere);
    }

    private static Affected one(
            String text, List<String> names, BiPredicate<String, String> here, BiPredicate<String, String> elsewhere) {
        if (names.stream().anyMatch(it -> here.test(text, it))) {
            return Affected.YES;
        }
        return names.stream().allMatch(it -> elsewhere.test(text, it)) ? Affected.NO : Affected.MAYBE;
    }
}
