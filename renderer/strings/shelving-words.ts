/** Words about how articles are kept: how far they were read, stars, the archive. */
export const viShelving = {
  unread: 'Chưa đọc',
  reading: 'Đang đọc',
  read: 'Đã đọc',
  starred: 'Có gắn sao',
  archived: 'Lưu trữ',
  archiveEmpty:
    'Chưa có bài nào trong lưu trữ. Bài đưa vào lưu trữ không nằm trong danh sách nhưng vẫn tìm thấy được.',
  do: {
    star: 'Gắn sao',
    unstar: 'Bỏ sao',
    read: 'Đánh dấu đã đọc',
    unread: 'Đánh dấu chưa đọc',
    archive: 'Đưa vào lưu trữ',
    unarchive: 'Lấy khỏi lưu trữ',
  },
  undo: {
    reading: 'đánh dấu “{{reading}}” {{count}} bài',
    star: 'gắn sao {{count}} bài',
    unstar: 'bỏ sao {{count}} bài',
    archive: 'đưa {{count}} bài vào lưu trữ',
    unarchive: 'lấy {{count}} bài khỏi lưu trữ',
  },
};

export const enShelving: typeof viShelving = {
  unread: 'Unread',
  reading: 'Reading',
  read: 'Read',
  starred: 'Starred',
  archived: 'Archive',
  archiveEmpty: 'The archive is empty. What is archived is not in the list, but searches find it.',
  do: {
    star: 'Star',
    unstar: 'Remove the star',
    read: 'Mark as read',
    unread: 'Mark as unread',
    archive: 'Archive',
    unarchive: 'Take out of the archive',
  },
  undo: {
    reading: 'mark {{count}} articles “{{reading}}”',
    star: 'star {{count}} articles',
    unstar: 'remove the star of {{count}} articles',
    archive: 'archive {{count}} articles',
    unarchive: 'take {{count}} articles out of the archive',
  },
};
