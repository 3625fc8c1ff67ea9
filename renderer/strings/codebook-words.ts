export const viCodebook = {
  title: 'Bảng mã thẻ',
};

export const enCodebook = {
  title: 'Codebook',
};
