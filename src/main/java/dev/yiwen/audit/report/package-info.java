/** What was exported, erased or aged out, counted table by table. */
@NullMarked
package dev.yiwen.audit.report;

import org.jspecify.annotations.NullMarked;
