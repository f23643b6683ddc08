/**
 * Reads files as people have them into rows that say where they stand: tables, documents, Markdown and JSON lines. What is not
 * understood is a row too, and says why.
 */
@NullMarked
package dev.yiwen.knowledge.importing.source;

import org.jspecify.annotations.NullMarked;
