/** Accounts of many colleagues from one file of a spreadsheet. */
@NullMarked
package dev.yiwen.identity.roster;

import org.jspecify.annotations.NullMarked;
