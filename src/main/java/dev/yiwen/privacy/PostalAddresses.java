package dev.yiwen.privacy;

import dev.yiwen.shared.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds where somebody lives: a number in a road, an estate or a village, with the regions before it and the flat after it.
 * A road or a town alone is no address; nor is the number of a shop of ours.
 */
final class PostalAddresses {
    private static final String REGION = "(?:"
            + ResourceLines.of("reading/places.txt").stream()
                    .flatMap(it -> List.of(it.split(" ")).stream())
                    .collect(Collectors.joining("|"))
            + ")(?:省|市|自治区|特别行政区|壮族自治区|回族自治区|维吾尔自治区|地区)?";
    // Not the words that stand before an address.
    private static final String HAN = "[\\p{IsHan}&&[^在到是住址我的去从把帮给请寄送号路街了要你您]]";
    private static final String FIGURES = "(?:\\d{1,5}|[一二三四五六七八九十百零〇]{1,5}|[A-Za-z]\\d{0,4})";
    private static final String DISTRICT = HAN + "{1,6}(?:市|区|县|州|旗|镇|乡|街道)";
    private static final String ROAD = "(?:" + HAN + "{1,8}|" + HAN
            + "{0,4}[一二三四五六七八九十\\d]{1,3})(?:路|街道?|大道|大街|巷|弄|胡同|里弄|条|道)(?:[东南西北中]段?|[一二三四五六七八九十]段)?";
    private static final String VILLAGE = HAN + "{1,6}(?<!农|乡|全|本|山|们)(?:村|屯|庄|寨|社区|新村)";
    private static final String ESTATE = HAN
            + "{2,10}(?:小区|花园|公寓|家园|苑|大厦|广场|中心|城|府|园|庭|湾|坊|宿舍|大学|学院|校区|中学|小学|医院|写字楼|山庄|名邸|豪庭|新村|佳苑|雅苑|郡|轩|墅|国际|世家|花苑|工业区|产业园|科技园|厂|院|[一二三四五六七八九十东南西北中]区)[一二三四五六七八九]?期?";
    private static final String DASHED = FIGURES + "(?:\\s?[-–—－]\\s?" + FIGURES + "){0,3}";
    private static final String UNIT = "(?:号院|号楼|号|弄|栋|幢|座|单元|室|楼|层|户|房|组|队|舍|门|#|排|院)";
    private static final String NUMBER = "\\s?(?:第?" + DASHED + "\\s?" + UNIT + "|[东南西北中]\\s?[座区楼院塔])";
    private static final String FLAT = "(?:\\s?[,，]?(?:东|西|南|北|中|后|前|左|右|内|之|负|地下)?\\s?" + FIGURES + "\\s?(?:[-－]\\s?"
            + FIGURES + "\\s?){0,2}(?:" + UNIT + "|(?![\\dA-Za-z元块GMK%年月日天个次点]))){0,5}";
    private static final String PLACED = "(?:" + ROAD + "\\s?|" + VILLAGE + "\\s?|" + ESTATE + "\\s?)";

    private static final Pattern ADDRESS = Pattern.compile("(?:" + REGION + "\\s?){0,2}(?:" + DISTRICT + "\\s?){0,3}(?:"
            + PLACED + "){1,3}" + NUMBER + "(?:" + ESTATE + "\\s?)?" + FLAT + "|" + ESTATE + "\\s?" + FIGURES + "[-－]"
            + FIGURES + "(?:[-－]" + FIGURES + "){0,2}(?!\\s?[号日月元天])");
    /** A number that a house may have; only around one is looked for an address. */
    private static final Pattern ANCHOR =
            Pattern.compile("[东南西北中][座区楼院塔]|" + FIGURES + "\\s?(?:号|弄|栋|幢|座|单元|室|楼|层|户|房|组|队|舍|#|排)|" + FIGURES + "[-－]"
                    + FIGURES + "[-－]" + FIGURES + "|(?:苑|园|小区|城|公寓|湾|府)\\s?" + FIGURES + "[-－]" + FIGURES);

    private static final Pattern CUE = Pattern.compile(
            "(?:地址|住址|家住|家在|我住在?|住在|寄到|寄给|送到|装到|搬到|迁到|移到|收货地|安装地|户籍|户口所在地|居住地)(?:是|为|在|[:,]|\\s){0,3}+");
    private static final Pattern AFTER_CUE = Pattern.compile(
            "(?:" + REGION + "\\s?){0,2}(?:" + DISTRICT + "\\s?){0,3}(?:" + PLACED + "){1,3}(?:" + NUMBER + "|" + DASHED
                    + ")?" + FLAT + "|(?:" + REGION + "\\s?){1,2}(?:" + DISTRICT + "\\s?){1,3}");
    private static final Pattern PUBLIC = Pattern.compile("(?:的|那家|那个|附近的?)?(?:营业厅|网点|门店|旗舰店|厅|服务点|代理点|地铁|公交|路口|出口)");
    private static final Pattern PUBLIC_WITHIN = Pattern.compile("营业厅|网点|门店|旗舰店|地铁|公交|机场|航站|高铁|火车");
    private static final int WIDEST = 48;

    private PostalAddresses() {}

    static List<PersonalDatum> in(FoldedText plain) {
        var found = new ArrayList<PersonalDatum>();
        afterCues(plain, found);
        String text = plain.text();
        var anchor = ANCHOR.matcher(text);
        var address = ADDRESS.matcher(text);
        int past = 0;
        while (anchor.find()) {
            if (anchor.start() < past) {
                continue;
            }
            int from = Math.max(past, anchor.start() - WIDEST);
            address.region(clause(text, from, anchor.start()), Math.min(text.length(), anchor.end() + WIDEST));
            while (address.find()) {
                if (address.end() > anchor.start() && address.start() < anchor.end()) {
                    add(plain, address.start(), address.end(), found);
                    past = address.end();
                    break;
                }
            }
            past = Math.max(past, anchor.end());
        }
        return found;
    }

    private static void afterCues(FoldedText plain, List<PersonalDatum> found) {
        var cue = CUE.matcher(plain.text());
        var address = AFTER_CUE.matcher(plain.text());
        while (cue.find()) {
            if (address.region(cue.end(), Math.min(plain.length(), cue.end() + WIDEST * 2))
                    .lookingAt()) {
                add(plain, address.start(), address.end(), found);
            }
        }
    }

    private static void add(FoldedText plain, int start, int end, List<PersonalDatum> found) {
        boolean shop = PUBLIC.matcher(plain.text()).region(end, plain.length()).lookingAt()
                || PUBLIC_WITHIN.matcher(plain.text()).region(start, end).find();
        if (!shop) {
            found.add(plain.found(Kind.ADDRESS, start, end));
        }
    }

    /** An address does not begin in another clause. */
    private static int clause(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (",。!?;:\n".indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return from;
    }
}
