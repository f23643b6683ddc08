package dev.yiwen.retrieval.text;

import java.util.regex.Pattern;

/** Ways to ask how, as titles ask: 我想开通国际漫游，在哪里操作 is 怎么开通国际漫游. */
public final class AskingForm {
    private static final String WISH = "^(?:那|嗯|呃|请问|[，, ])*我?(?:想要|想|要|需要)(?<what>[^，。？?]{2,24}?)";
    private static final String DOING = "(?:操作|办理|办|设置|设|弄|搞|申请|开)(?:呢|啊|呀)?[？?。！!]*$";
    private static final Pattern WHERE =
            Pattern.compile(WISH + "[，, ]*(?:请问)?(?:要|该|应该)?(?:在|从|去|到)(?:哪里|哪儿|哪|什么地方)(?:可以|能|才能)?" + DOING);
    private static final Pattern HOW = Pattern.compile(WISH + "[，, ]+(?:请问)?(?:要|该|应该)?(?:怎么|怎样|如何|咋)" + DOING);

    private AskingForm() {}

    /** The same text where it is asked in another way. */
    public static String plain(String normalised) {
        for (var form : new Pattern[] {WHERE, HOW}) {
            var asked = form.matcher(normalised);
            if (asked.find()) {
                return "怎么" + asked.group("what").strip();
            }
        }
        return normalised;
    }
}
