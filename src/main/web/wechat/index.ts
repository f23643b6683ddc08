import '../common/page';
import './wechat-page';
