/** Asks the operator's systems over HTTP. Its own affair. */
@NullMarked
package dev.yiwen.facts.rest;

import org.jspecify.annotations.NullMarked;
