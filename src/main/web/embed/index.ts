import '../common/page';
import './embed';
