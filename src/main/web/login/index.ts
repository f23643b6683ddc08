import '../common/page';
import './yiwen-login';
