// Syllables that join words and say little by themselves.

const SYLLABLES = new Set(
  (
    'và của các những là được đã đang sẽ cho với về để từ khi như theo trong trên dưới tại ở vào ra có không một này đó ' +
    'cũng bằng do bởi vì nhưng mà thì cùng đến tới qua sau trước giữa hay hoặc nếu nên còn lại rất hơn việc số'
  ).split(' '),
);

/** `key` as `tokensOf` gives it. */
export const isFunctionSyllable = (key: string): boolean => SYLLABLES.has(key);
