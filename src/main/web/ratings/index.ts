import '../common/page';
import './ratings-page';
