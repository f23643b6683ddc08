import '../common/page';
import '../chat/yiwen-chat';
import { t } from '../common/i18n/chat';
import { badgeTitle } from '../common/title';

badgeTitle(document.querySelector('yiwen-chat')!, () => t('chat'));
