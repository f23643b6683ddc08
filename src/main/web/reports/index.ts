import '../common/page';
import './reports-page';
