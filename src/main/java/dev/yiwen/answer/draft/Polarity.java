package dev.yiwen.answer.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text affirms and what it denies: 收费 or 不收费, 可以 or 不可以. A sentence that affirms what its source denies is
 * wrong although all its words are there.
 */
final class Polarity {
    private static final Pattern CLAUSE = Pattern.compile("[，,。；;！!？?\\n]+");
    // 是否可以, 能不能, 要不要: asked, not said.
    private static final Pattern ASKED = Pattern.compile("是否|能不能|可不可以|要不要|会不会|需不需要|有没有|能否|可否");
    // So that only one way to deny is left: 不 before the word.
    private static final Map<Pattern, String> SAME = same();
    private static final Pattern WORD = Pattern.compile("(不|未)?(收费|需要|可以|会|影响|清零|结转|生效|到账|过期|失效|扣费|扣除|包含|变更|恢复|保留"
            + "|叠加|共享|转让|退还|退款|限速|停机|计入|享受|适用|提供|自动|取消|使用|办理|开通|注销|支持)");

    // Nobody may be told without ground that something costs nothing, is not needed or cannot be had.
    private static final Set<String> BINDING = Set.of("收费", "需要", "可以");

    /**
     * @param about what is affirmed or denied
     * @param pairs of the clause that it stands in
     */
    record Claim(String about, boolean denied, String clause, Set<String> pairs) {}

    private Polarity() {}

    static List<Claim> of(String plain) {
        var claims = new ArrayList<Claim>();
        for (String clause : CLAUSE.split(plain)) {
            if (ASKED.matcher(clause).find()) {
                continue;
            }
            String canonical = canonical(clause);
            Set<String> pairs = Plain.pairs(clause);
            Matcher word = WORD.matcher(canonical);
            while (word.find()) {
                claims.add(new Claim(word.group(2), word.group(1) != null, clause.strip(), pairs));
            }
        }
        return claims;
    }

    /**
     * What the sentence says against its source: a word that the source only ever uses the other way round, or does in the
     * clause most like the sentence's; or a denial of what costs or binds that the source does not make.
     */
    static Optional<String> flipped(List<Claim> sentence, List<Claim> source) {
        return sentence.stream()
                .filter(claim -> isUnfounded(claim, source)
                        || likeness(claim, source, !claim.denied()) > likeness(claim, source, claim.denied()))
                .map(Claim::clause)
                .findFirst();
    }

    private static boolean isUnfounded(Claim claim, List<Claim> source) {
        return claim.denied() && BINDING.contains(claim.about()) && likeness(claim, source, true) == 0;
    }

    private static double likeness(Claim claim, List<Claim> source, boolean denied) {
        return source.stream()
                .filter(it -> it.about().equals(claim.about()) && it.denied() == denied)
                // Just above 0: even the least alike says something, where there is no other.
                .mapToDouble(it -> 0.01 + Plain.share(claim.pairs(), it.pairs()))
                .max()
                .orElse(0);
    }

    /** With one way to say each of may, must and costs. */
    static String canonical(String clause) {
        String text = clause;
        for (var entry : SAME.entrySet()) {
            text = entry.getKey().matcher(text).replaceAll(entry.getValue());
        }
        return text;
    }

    private static Map<Pattern, String> same() {
        var same = new LinkedHashMap<Pattern, String>();
        same.put(
                Pattern.compile(
                        "免费|不(?:再|另|会|需)?(?:额外|另外|单独)?(?:收费|收取(?:任何)?费用|收取|收钱|要钱|计费)|(?:不|无)(?:需|用|须)(?:付费|交费|缴费)"
                                + "|没有费用|无(?:任何)?费用"),
                "不收费");
        same.put(Pattern.compile("收取|收钱|要钱|计费|付费|收(?=\\p{IsHan}{0,4}[金钱租])"), "收费");
        same.put(Pattern.compile("不是必须|不必|不用|无需|无须|毋须|不需(?!要)|不要求|不须"), "不需要");
        same.put(Pattern.compile("(?<!不)(?:必须|须|需(?!要|求)|要求)"), "需要");
        same.put(Pattern.compile("不得|不能|不可(?!以)|不允许|不准|禁止|无法|没法|不支持|暂不支持|办不了|不再支持|没办法"), "不可以");
        same.put(Pattern.compile("(?<!不)(?:能够|能(?!量)|可(?!以|能|用|选)|允许|支持)"), "可以");
        same.put(Pattern.compile("不会|不再|并不|没有|没|未曾|并未|尚未|未(?!来)|勿|别(?=再)"), "不");
        same.put(Pattern.compile("不(?:会|将|再|被|是|予|进行|一并|自动){1,2}(?=[\\p{IsHan}])"), "不");
        return same;
    }
}
