import { bundle } from './bundle';

/** Words about files, for customers and agents. */
export const t = bundle(
  {
    attach: '发送文件或图片',
    attachShort: '文件',
    picture: '图片 {name}',
    save: '下载',
    loading: '图片加载中…',
    sending: '正在上传…',
    again: '重试',
    discard: '删除',
    failed: '没有上传成功',
    wrongKind: '不能发送这种文件，请用图片、PDF、Word、Excel 或文本',
    tooLarge: '文件太大，最多 10 MB',
    tooMany: '一下子发了很多文件，请稍等一会儿再重试',
    notNow: '现在存不了文件，请稍后重试；其他消息不受影响',
    noPerson: '转接人工后才能发送文件',
    notOpened: '文件没有打开，请稍后再试',
  },
  {
    attach: 'Send a file or picture',
    attachShort: 'File',
    picture: 'Picture {name}',
    save: 'Download',
    loading: 'Loading the picture…',
    sending: 'Uploading…',
    again: 'Try again',
    discard: 'Delete',
    failed: 'The upload failed',
    wrongKind: 'Files of this kind cannot be sent; use a picture, PDF, Word, Excel or text',
    tooLarge: 'The file is too large; at most 10 MB',
    tooMany: 'Those were many files; wait a little and try again',
    notNow: 'Files cannot be kept just now; try again soon. Other messages go through',
    noPerson: 'Files can be sent once a person is asked for',
    notOpened: 'The file could not be opened; try again later',
  },
);
