/** Measures the channel WeChat against the simulator, and proves that nothing is lost or doubled when an instance is killed. */
@NullMarked
package dev.yiwen.command.bench.wechat;

import org.jspecify.annotations.NullMarked;
