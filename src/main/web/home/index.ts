import '../common/page';
import './yiwen-home';
import { badgeTitle } from '../common/title';

const title = document.title;
badgeTitle(document.body, () => title);
