import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLatin, isWestern, legacyOf, modernLetters } from '#core/text/legacy';
import { fromCp1252 } from '#core/text/legacy-tables';
import { isSyllable } from '#core/text/syllables';
import { fromViqr, isViqr } from '#core/text/viqr';
import { encodeAs, pastedLetters, viqr } from '../../fixtures/encoders';

const OLD = ['tcvn3', 'vni-windows', 'windows-1258'] as const;
const oldFont = (text: string, encoding: (typeof OLD)[number]) => pastedLetters(encodeAs(text, encoding));
const ALL_BYTES = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);

const SYLLABLES =
  'xã huyện tỉnh họp bàn việc đường trường rừng đảng ủy nhân dân kế hoạch thủy lợi khóa quý năm ổn ngưỡng nghiêng khuỷu ăn ấm ỵ oằn yếu giữa gì quyển ruộng thuở đẵn sẫm bẫy rỡ chữ ngõ mỹ kỷ bẩy lẻ cửa vẽ nghĩa'.split(
    ' ',
  );
const words = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 3, maxLength: 60 });
const text = words.map((list) => `${list.join(' ')}, 25% năm 2015; hết.`);

describe('a syllable', () => {
  test('has the letters and tones that Vietnamese allows', () => {
    for (const word of [
      'nghiêng',
      'Quyết',
      'GIỮA',
      'gì',
      'ỵ',
      'khuỷu',
      'thuở',
      'xoong',
      'oằn',
      'yếu',
      'hoà',
      'hòa',
    ])
      expect(isSyllable(word), word).toBe(true);
    for (const word of ['für', 'été', 'não', 'żółw', 'học'.replace('ọ', 'ò'), 'đượcc', 'ọộ', 'việtt', 'strà'])
      expect(isSyllable(word), word).toBe(word === 'não');
  });
});

describe('tables', () => {
  test('Windows-1252 and Windows-1258 are those of the WHATWG', () => {
    const latin = fromCp1252(Buffer.from(ALL_BYTES).toString('latin1'));
    expect(latin).toBe(pastedLetters(ALL_BYTES));
    const letters = Array.from(ALL_BYTES, (byte) =>
      new TextDecoder('windows-1258').decode(Uint8Array.of(byte)),
    );
    const ours = Array.from(latin, (letter) => fromLatin('windows-1258', letter));
    expect(ours).toEqual(letters.map((letter) => letter.normalize('NFC')));
  });

  test.each(OLD)('what is written in %s is read as it was', (encoding) => {
    fc.assert(
      fc.property(text, (line) => {
        const latin = fromCp1252(Buffer.from(encodeAs(line, encoding)).toString('latin1'));
        expect(fromLatin(encoding, latin)).toBe(line);
        if (encoding !== 'tcvn3') {
          const capitals = line.toUpperCase();
          expect(fromLatin(encoding, oldFont(capitals, encoding))).toBe(capitals);
        }
      }),
    );
  });

  test('VNI has capitals of both letters, precomposed Windows-1258 is as good as composed', () => {
    expect(fromLatin('vni-windows', 'Quoác hoäi ñöôïc, ÑÖÔØNG SAÙ, Ngaøy thöù, quyù vò, tyû leä, Myõ')).toBe(
      'Quốc hội được, ĐƯỜNG SÁ, Ngày thứ, quý vị, tỷ lệ, Mỹ',
    );
    expect(fromLatin('windows-1258', 'Hà Nôòi, thaÌnh phôì, cà phê, ðýõÌng')).toBe(
      'Hà Nội, thành phố, cà phê, đường',
    );
  });

  test('TCVN3 has capitals with tones in the standard, and punctuation in their place on Windows', () => {
    expect(fromLatin('tcvn3', pastedLetters(Uint8Array.from([0x48, 0x80, 0x20, 0x4e, 0x98, 0x49])))).toBe(
      'HÀ NỘI'.replace('Ộ', 'Ờ'),
    );
    expect(fromLatin('tcvn3', 'Äm Ä n ®é')).toBe('Ấm Ä n độ');
    expect(fromLatin('tcvn3', '“Hµ Néi” – “HI” … §¹i')).toBe('“Hà Nội” – “HI” … Đại');
  });

  test('UTF-8 that was read as Windows-1252 once or with no-break spaces lost', () => {
    const line = 'Ủy ban “xã” họp – là việc lớn… ở Đà Nẵng, 25 °C';
    const twice = pastedLetters(new TextEncoder().encode(line));
    expect(fromLatin('twice-utf-8', twice)).toBe(line);
    expect(fromLatin('twice-utf-8', twice.replaceAll('\u00A0', ' '))).toBe(line);
    expect(fromLatin('twice-utf-8', 'Â« déjà é»')).toBe('« déjà é»');
  });
});

describe('which one it is', () => {
  test.each([
    ['tcvn3', '®¶ng bé tØnh häc tËp nghÞ quyÕt'],
    ['tcvn3', 'Chñ tÞch Hå ChÝ Minh vÜ ®¹i'],
    ['tcvn3', 'Hµ Néi'],
    ['vni-windows', 'Quoác hoäi hoïp phieân baát thöôøng'],
    ['vni-windows', 'ÑAÛNG BOÄ TÆNH HOÏC TAÄP NGHÒ QUYEÁT'],
    ['windows-1258', 'ÐaÒng ủy xaÞ Tân Phuì hoòp baÌn viêòc laÌm ðýõÌng'.replace('ủy', 'uÒy')],
    ['twice-utf-8', 'Äáº£ng bá»™ xÃ£ há»\u008Dp bÃ\u00A0n'],
  ])('%s: %s', (encoding, line) => expect(legacyOf(line)).toBe(encoding));

  test('other languages, signs and Vietnamese without rare letters are none', () => {
    for (const line of [
      'Über die Brücke: Der König hörte schöne Klänge für Müller.',
      'Le thé, né à Pau dès l’été, était à la carte; là où l’élève préférait être naïf.',
      'O prefeito disse não saber; a população é só irmã, avó e chão à mão.',
      'El niño comió piñón en otoño; ¿qué más? Así será, señor Núñez.',
      '5 µm, 10 µm và 3 µm',
      '25 °C – 30 °C, 12 m², © 2014, 5 ½',
      'xã Tân Phú, Hà Nam',
      'né',
      'plain words only',
      '',
    ]) {
      // prettier-ignore
      expect(legacyOf(line), line).toBeNull();
      expect(modernLetters(line), line).toEqual({ text: line, encoding: 'unicode' });
    }
  });

  test('Western text has few marks, in their places', () => {
    expect(isWestern('Die Brücke über den Fluß')).toBe(true);
    expect(isWestern('“Smart quotes” – and nothing else')).toBe(true);
    expect(isWestern('§¶ng bé x· T©n Phó')).toBe(false);
    expect(isWestern('Äðêì')).toBe(false);
  });
});

describe('documents in old fonts', () => {
  test.each(OLD)('%s becomes Unicode', (encoding) => {
    const line = 'Ủy ban nhân dân xã họp bàn việc làm đường trong năm tới.'.replace('Ủ', 'U');
    expect(modernLetters(oldFont(line, encoding))).toEqual({ text: line, encoding });
  });

  test.each(OLD)('only the lines in %s change, and short ones go with the line before', (encoding) => {
    const lines = [
      'Xã họp bàn việc làm đường.',
      'Tân Phú',
      'Các thôn góp tiền mua xi măng từ quý trước.',
      'Le café était fermé',
    ];
    const old = lines.slice(0, 3).map((line) => oldFont(line, encoding));
    const whole = [
      'Đảng bộ huyện khen thưởng tập thể giỏi.',
      'Hà Nam',
      ...old,
      'Tỉnh đã duyệt số tiền ấy.',
      ...lines.slice(3),
      '- 5 m²',
    ];
    const read = modernLetters(whole.join('\n'));
    expect(read.encoding).toBe(encoding);
    expect(read.text.split('\n')).toEqual([whole[0], whole[1], ...lines.slice(0, 3), ...whole.slice(5)]);
  });

  test('letters that came through a Vietnamese code page or a symbol font', () => {
    const line = 'Đảng bộ xã họp bàn việc làm đường ở thôn Tiền.';
    const bytes = encodeAs(line, 'tcvn3');
    const through1258 = Array.from(bytes, (byte) =>
      new TextDecoder('windows-1258').decode(Uint8Array.of(byte)),
    ).join('');
    expect(modernLetters(through1258)).toEqual({ text: line, encoding: 'tcvn3' });
    const symbols = Array.from(bytes, (byte) =>
      byte > 0xa0 ? String.fromCharCode(0xf000 + byte) : String.fromCharCode(byte),
    );
    expect(modernLetters(symbols.join(''))).toEqual({ text: line, encoding: 'tcvn3' });
    expect(modernLetters('\uF0B7 một\n\uF0B7 hai\n\uF0B7 đường').encoding).toBe('unicode');
  });
});

describe('VIQR', () => {
  const line = 'Đảng bộ xã họp bàn việc làm đường, các thôn góp tiền từ quý trước. Sao thế? Vì đường hỏng.';

  test('is known only where very many words say so', () => {
    expect(isViqr(viqr(line, false))).toBe(true);
    for (const other of [
      'Toi di hoc. Ban co khoe khong? Hom nay troi dep qua. '.repeat(20),
      'if (a+b) { u+=o^2; x = a(b); add(a); e^x } // don`t. '.repeat(20),
      'Dear Sir, please add me (a.b@c.example) to the list. Why? I don\'t know... e.g. "u+v". '.repeat(20),
      'f(a) = a^2 + o^2 and e^x, u+v, o+p, a(b), i~j. '.repeat(20),
      'da~ la`m xong',
    ]) {
      // prettier-ignore
      expect(isViqr(other), other.slice(0, 50)).toBe(false);
      expect(modernLetters(other).text).toBe(other);
    }
  });

  test('stops are told from tones by the word, then by the place', () => {
    expect(fromViqr(viqr(line, false))).toBe(line);
    expect(
      fromViqr('Ho^.i nghi. o+? Ha` No^.i. DDi dda^u? Bo^. Co^ng an va` xa~ ta. Xa ho+n... A(n no.'),
    ).toBe('Hội nghị ở Hà Nội. Đi đâu? Bộ Công an và xã ta. Xa hơn... Ăn no.');
    expect(fromViqr('u*o*.c mo*, DDA(NG, Dda(.c, the^\\. a\\^')).toBe('ược mơ, ĐĂNG, Đặc, thê. a^');
  });

  test('what is written with escapes is read as it was', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(fromViqr(viqr(`${words} Đi. Ở đâu? ${words}`))).toBe(`${words} Đi. Ở đâu? ${words}`);
      }),
    );
  });
});
