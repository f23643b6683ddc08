import '../common/page';
import './yiwen-home';
import { badgeTitle } from '../common/title';

badgeTitle(document.body);
