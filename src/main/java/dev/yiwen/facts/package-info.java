/**
 * Owns live facts of the operator's own systems: what can be asked, how it is described, how long it may take, and what is said
 * when it does not come. {@code rest} is the connector that asks over HTTP.
 *
 * <p>May import {@code privacy} and {@code shared}. Nothing of it is stored; it knows neither customers nor conversations.
 */
@NullMarked
package dev.yiwen.facts;

import org.jspecify.annotations.NullMarked;
