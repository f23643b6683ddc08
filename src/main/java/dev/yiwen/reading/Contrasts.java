package dev.yiwen.reading;

import dev.yiwen.reading.Slot.Kind;
import dev.yiwen.shared.ResourceLines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Words that exclude each other ({@code reading/contrasts.txt}), and whether they are denied. */
final class Contrasts {
    /**
     * @param matter in which the words differ: the number of the line
     * @param side on which a word stands there, from 0
     */
    private record Member(int matter, int side) {}

    private static final List<List<List<String>>> MATTERS = ResourceLines.of("reading/contrasts.txt").stream()
            .map(line -> Arrays.stream(line.split(" / "))
                    .map(side -> List.of(side.strip().split(" +")))
                    .toList())
            .toList();
    private static final Map<String, Set<Member>> MEMBERS = members();
    /** 别给我开, 怎么关: 开通 and 关闭 in short, where nothing follows that they would be a part of. */
    private static final Map<String, String> SHORT = Map.of("开", "开通", "关", "关闭");

    private static final Pattern WORD = Pattern.compile(
            WordLists.any(MEMBERS.keySet()) + "|(?<=[我你您他她给别不要想能没会么样再先就都帮])[开关](?=了?[吗呢吧啊么嘛]?(?:$|[\\p{P}\\s]))");

    private Contrasts() {}

    static void read(String text, List<Slot> found) {
        var word = WORD.matcher(text);
        while (word.find()) {
            boolean denied = Negations.denies(text, word.start());
            // What is denied elsewhere in the text may be this.
            boolean doubtful = !denied && Negations.isIn(text);
            for (var member : MEMBERS.getOrDefault(SHORT.getOrDefault(word.group(), word.group()), Set.of())) {
                found.add(new Slot(
                        Kind.CONTRAST,
                        String.valueOf(member.matter),
                        denied ? denied(member) : said(member, doubtful),
                        denied ? "不" + word.group() : word.group()));
            }
        }
    }

    private static Set<String> said(Member member, boolean doubtful) {
        String side = String.valueOf(member.side);
        return doubtful ? Set.of(side, "not " + side) : Set.of(side);
    }

    /** Not to open is as good as to close. */
    private static Set<String> denied(Member member) {
        var ways = new HashSet<String>();
        ways.add("not " + member.side);
        IntStream.range(0, MATTERS.get(member.matter).size())
                .filter(it -> it != member.side)
                .forEach(it -> ways.add(String.valueOf(it)));
        return ways;
    }

    private static Map<String, Set<Member>> members() {
        var members = new HashMap<String, Set<Member>>();
        for (int matter = 0; matter < MATTERS.size(); matter++) {
            var sides = MATTERS.get(matter);
            for (int side = 0; side < sides.size(); side++) {
                for (String word : sides.get(side)) {
                    members.computeIfAbsent(word, it -> new HashSet<>()).add(new Member(matter, side));
                }
            }
        }
        return members;
    }
}
