package dev.yiwen.knowledge.imports;

import dev.yiwen.knowledge.ArticleDraft;

/**
 * One article as an import found it, and where.
 *
 * @param slug the key that it states, else a name made of where it lies
 */
record ImportItem(String slug, ArticleDraft draft, String file, int line) {
    ImportFault fault(String words) {
        return new ImportFault(file, line, words);
    }
}
