/** What the page says of files, the app's Home tab, menus and statuses. */
export const feelEn = {
  shortcuts: 'Shortcuts',
  messageMenu: 'Message actions',
  copyLink: 'Copy link',
  home: 'Home',
  messages: 'Messages',
  noHome: (app: string) => `${app} has not drawn this tab yet.`,
  addFiles: 'Add files',
  fileRules: (types: string, most: number) =>
    `${types === '' ? '' : `${types} · `}${most === 1 ? '1 file' : `up to ${most} files`}, 10 MB each`,
  uploading: (name: string) => `Uploading ${name}…`,
  stillUploading: 'A file is still being uploaded.',
  fileTooLarge: (name: string) => `${name} is larger than 10 MB.`,
  fileFailed: (name: string) => `${name} could not be uploaded. Try again.`,
  tooManyFiles: (most: number) => (most === 1 ? 'Only 1 file.' : `At most ${most} files.`),
  newMessages: 'New',
  statuses: { vacation: 'Vacationing', sick: 'Out sick', none: 'Clear status' },
  setStatus: (status: string) => `Status: ${status}`,
};

export const feelZh: typeof feelEn = {
  shortcuts: '快捷方式',
  messageMenu: '消息操作',
  copyLink: '复制链接',
  home: '主页',
  messages: '消息',
  noHome: (app) => `${app} 还没有生成这个页面。`,
  addFiles: '添加文件',
  fileRules: (types, most) => `${types === '' ? '' : `${types} · `}最多 ${most} 个文件，每个不超过 10 MB`,
  uploading: (name) => `正在上传 ${name}…`,
  stillUploading: '还有文件正在上传。',
  fileTooLarge: (name) => `${name} 超过 10 MB。`,
  fileFailed: (name) => `${name} 没有上传成功，请再试一次。`,
  tooManyFiles: (most) => `最多 ${most} 个文件。`,
  newMessages: '新消息',
  statuses: { vacation: '休假中', sick: '病假', none: '清除状态' },
  setStatus: (status) => `状态：${status}`,
};
