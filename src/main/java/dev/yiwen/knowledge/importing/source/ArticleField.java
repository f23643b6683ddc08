package dev.yiwen.knowledge.importing.source;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A field of an article, and what its column is called in the tables that people have. */
public enum ArticleField {
    ID("id", "知识id", "知识编号", "编号", "articleid", "slug", "key"),
    QUESTION(
            "question",
            "问题",
            "标准问",
            "标准问题",
            "标准问法",
            "主问题",
            "主问",
            "主问法",
            "常见问题",
            "用户问题",
            "客户问题",
            "问题标题",
            "问题描述",
            "知识标题",
            "知识点",
            "提问",
            "问句",
            "问",
            "标题",
            "题目",
            "title",
            "standardquestion",
            "faq",
            "q"),
    ANSWER(
            "answer",
            "答案",
            "标准答案",
            "标准回复",
            "标准回答",
            "回复",
            "回答",
            "答复",
            "解答",
            "回复内容",
            "回答内容",
            "答案内容",
            "答",
            "话术",
            "标准话术",
            "解决方案",
            "处理方法",
            "处理办法",
            "正文",
            "内容",
            "知识内容",
            "reply",
            "response",
            "solution",
            "content",
            "body",
            "a"),
    PHRASINGS(
            "phrasings",
            "相似问",
            "相似问题",
            "相似问法",
            "扩展问",
            "扩展问题",
            "扩展问法",
            "其他问法",
            "其它问法",
            "同义问",
            "同义问法",
            "近似问",
            "近义问",
            "变体",
            "问法",
            "similarquestions",
            "similarquestion",
            "similar",
            "phrasing",
            "variants",
            "variant",
            "alternatives",
            "utterances",
            "otherwordings"),
    TOPIC(
            "topic",
            "分类",
            "知识分类",
            "所属分类",
            "问题分类",
            "一级分类",
            "类别",
            "类目",
            "目录",
            "栏目",
            "模块",
            "主题",
            "category",
            "categories",
            "folder",
            "section"),
    TAGS("tags", "标签", "关键词", "关键字", "tag", "keywords", "keyword", "labels", "label"),
    VALID_FROM(
            "validfrom",
            "生效日期",
            "生效时间",
            "生效",
            "开始日期",
            "开始时间",
            "起始日期",
            "起始时间",
            "有效期起",
            "有效期开始",
            "有效期从",
            "startdate",
            "start",
            "effectivedate",
            "effectivefrom"),
    VALID_TO(
            "validto",
            "失效日期",
            "失效时间",
            "失效",
            "到期日期",
            "到期时间",
            "过期时间",
            "过期日期",
            "截止日期",
            "截止时间",
            "结束日期",
            "结束时间",
            "有效期止",
            "有效期至",
            "有效期到",
            "有效期结束",
            "enddate",
            "end",
            "expires",
            "expiry",
            "expirydate",
            "effectiveto"),
    AUDIENCE("audience", "受众", "可见范围", "可见人群", "面向", "面向对象", "适用对象", "visibleto", "visibility"),
    PRODUCT("product", "产品", "适用产品", "所属产品", "产品名称", "产品线", "业务", "业务线", "products"),
    BASE("base", "基准版本", "导出版本", "baserevision"),
    /** Named by whom it is for, {@link VariantHeader}. */
    VARIANTS,
    /** Of Markdown and JSON lines alone. */
    CAUSES;

    private static final Pattern BRACKETS = Pattern.compile("[(\\[{<【〔].*?[)\\]}>】〕]");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+$");
    private static final Pattern CONTINUED = Pattern.compile("续\\s*\\d+|continued\\s*\\d+");

    private final List<String> names;

    ArticleField(String... names) {
        this.names = List.of(names);
    }

    /** As a header is compared: half width, lower case, without what stands in brackets, marks and spaces. */
    static String comparable(String header) {
        var form = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_WORD.matcher(BRACKETS.matcher(form).replaceAll("")).replaceAll("");
    }

    /** What a column of that name holds; 相似问 1, 相似问 2 … are all of one field. */
    static Optional<ArticleField> called(String header) {
        var name = comparable(header);
        return VariantHeader.key(header)
                .map(it -> VARIANTS)
                .or(() -> exactly(name))
                .or(() -> exactly(NUMBER.matcher(name).replaceAll("")).filter(ArticleField::isList));
    }

    private static Optional<ArticleField> exactly(String name) {
        for (var field : values()) {
            if (field.names.contains(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** How near a name is to the field's own: of two columns for one field the lower one is it. */
    int rank(String header) {
        int at = names.indexOf(comparable(header));
        return at < 0 ? names.size() : at;
    }

    /** Whether several columns may hold it. */
    boolean isList() {
        return this == PHRASINGS || this == TAGS || this == VARIANTS;
    }

    /** Whether a column goes on with what the column before it, of the same field, had no room for. */
    static boolean goesOn(String header) {
        return CONTINUED.matcher(header.toLowerCase(Locale.ROOT)).find();
    }
}
