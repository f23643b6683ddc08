import '../common/page';
import './gaps-page';
