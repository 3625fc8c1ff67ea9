export const viCompare = {
  title: 'So sánh',
};

export const enCompare = {
  title: 'Compare',
};
