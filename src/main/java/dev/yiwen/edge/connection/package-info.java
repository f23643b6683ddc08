/** Connections before they carry a request: how many, how slow, how often. */
@NullMarked
package dev.yiwen.edge.connection;

import org.jspecify.annotations.NullMarked;
