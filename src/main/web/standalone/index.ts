import '../common/page';
import '../chat/yiwen-chat';
import { badgeTitle } from '../common/title';

badgeTitle(document.querySelector('yiwen-chat')!);
