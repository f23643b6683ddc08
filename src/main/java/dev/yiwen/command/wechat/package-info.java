/**
 * A simulator of WeChat's side: official accounts, customer service of mini-programs, and WeCom kf, as their documentation
 * tells it. Knows nothing of how Yiwen speaks to them. See decision 0116.
 */
@NullMarked
package dev.yiwen.command.wechat;

import org.jspecify.annotations.NullMarked;
