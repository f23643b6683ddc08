import '../common/page';
import './kinds-page';
