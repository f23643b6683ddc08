package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.ArticleDraft;

/** An article to bring, under a slug that says where it comes from. */
public record NamedDraft(String slug, ArticleDraft draft) {}
